package ${package}.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * Opens sessions, appends to them, and reads them back. Safe for use by several threads.
 *
 * <p>Every method is one statement, or reads only, so that each statement commits by itself. A transaction that starts
 * as a reader and then writes is what makes SQLite answer "database is locked" without waiting.
 */
public final class SessionService {

    /** The longest a session may live. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(30);

    /** The longest text of a message, in characters. */
    public static final int LONGEST_TEXT = 32_000;

    /** The most messages a search returns. */
    public static final int MOST_FOUND = 50;

    private final SqlSessionFactory database;
    private final Clock clock;

    public SessionService(SqlSessionFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @param life from a millisecond to {@link #LONGEST_LIFE}
     * @throws IllegalArgumentException if the life is out of bounds or the owner is blank
     */
    public Session open(String owner, String title, Duration life) {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("A session needs an owner.");
        }
        if (life.toMillis() < 1 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException(
                    "A session lives from 1 ms to " + LONGEST_LIFE.toDays() + " days, not " + life + ".");
        }
        Instant now = now();
        Session session = new Session(UUID.randomUUID().toString(), owner, title, now, now.plus(life));
        try (SqlSession sql = database.openSession(true)) {
            sql.getMapper(SessionMapper.class).insert(session);
        }
        return session;
    }

    /**
     * Returns a session.
     *
     * @throws NoSuchSessionException if there is none of that name, or it has expired
     */
    public Session session(String id) {
        try (SqlSession sql = database.openSession(true)) {
            return find(sql, id);
        }
    }

    /**
     * Checks that a session is that owner's. Who may not see a session does not learn that it is there.
     *
     * @throws NoSuchSessionException if it is not, or there is none
     */
    public void requireOwner(String id, String owner) {
        if (!session(id).owner().equals(owner)) {
            throw new NoSuchSessionException();
        }
    }

    /** Returns an owner's sessions, newest first. */
    public List<Session> sessionsOf(String owner) {
        try (SqlSession sql = database.openSession(true)) {
            return sql.getMapper(SessionMapper.class).findByOwner(owner, now());
        }
    }

    /**
     * Appends a message.
     *
     * @param text up to {@link #LONGEST_TEXT} characters
     * @throws NoSuchSessionException if there is no such session, or it has expired
     * @throws IllegalArgumentException if the text is too long
     */
    public Message append(String sessionId, Role role, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "A message has up to " + LONGEST_TEXT + " characters; this one has " + text.length() + ".");
        }
        try (SqlSession sql = database.openSession(true)) {
            Message appended =
                    sql.getMapper(MessageMapper.class).append(sessionId, role, text, TokenEstimate.of(text), now());
            if (appended == null) {
                throw new NoSuchSessionException();
            }
            return appended;
        }
    }

    /**
     * Returns what of a session fits into a budget.
     *
     * @param budget tokens, at least 0
     * @throws NoSuchSessionException if there is no such session, or it has expired
     * @throws BudgetTooSmallException if the session's system messages alone cost more
     */
    public ContextWindow window(String sessionId, int budget) {
        try (SqlSession sql = database.openSession(true)) {
            find(sql, sessionId);
            return ContextWindow.fit(sql.getMapper(MessageMapper.class).findBySession(sessionId), budget);
        }
    }

    /**
     * Returns the messages in an owner's sessions in which all these words occur, the best match first.
     *
     * @return at most {@link #MOST_FOUND}; none if no word was given
     */
    public List<Message> search(String owner, String words) {
        String query = SearchTerms.quote(words);
        if (query.isEmpty()) {
            return List.of();
        }
        try (SqlSession sql = database.openSession(true)) {
            return sql.getMapper(MessageMapper.class).search(query, owner, now(), MOST_FOUND);
        }
    }

    /**
     * Removes a session and all its messages.
     *
     * @throws NoSuchSessionException if there is none of that name
     */
    public void close(String sessionId) {
        try (SqlSession sql = database.openSession(true)) {
            if (sql.getMapper(SessionMapper.class).delete(sessionId) == 0) {
                throw new NoSuchSessionException();
            }
        }
    }

    /** Removes the sessions that have expired, and returns how many they were. */
    public int sweep() {
        try (SqlSession sql = database.openSession(true)) {
            return sql.getMapper(SessionMapper.class).deleteExpired(now());
        }
    }

    private Session find(SqlSession sql, String id) {
        return sql.getMapper(SessionMapper.class).find(id, now()).orElseThrow(NoSuchSessionException::new);
    }

    /** As the database keeps it: what is read back equals what was written. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
