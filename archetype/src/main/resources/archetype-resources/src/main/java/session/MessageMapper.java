package ${package}.session;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The statements on messages. */
public interface MessageMapper {

    /**
     * Appends a message to a session that has not expired. This one statement finds the next position, takes it and
     * returns it, so that two clients that append at once never get the same one.
     *
     * @return the message as it is kept; null if there is no such session
     */
    @Select(affectData = true, value = """
                    INSERT INTO message (session_id, position, role, text, tokens, written_at)
                    SELECT s.id,
                           1 + COALESCE((SELECT MAX(m.position) FROM message m WHERE m.session_id = s.id), 0),
                           #{role}, #{text}, #{tokens}, #{now}
                    FROM session s
                    WHERE s.id = #{sessionId} AND s.expires_at > #{now}
                    RETURNING session_id, position, role, text, tokens, written_at
                    """)
    Message append(
            @Param("sessionId") String sessionId,
            @Param("role") Role role,
            @Param("text") String text,
            @Param("tokens") int tokens,
            @Param("now") Instant now);

    /** Finds all messages of a session in order. */
    @Select("""
            SELECT session_id, position, role, text, tokens, written_at
            FROM message
            WHERE session_id = #{sessionId}
            ORDER BY position
            """)
    List<Message> findBySession(String sessionId);

    /**
     * Finds the messages that match best, in the owner's sessions that have not expired.
     *
     * @param query a query as {@link SearchTerms} writes it
     */
    @Select("""
            SELECT m.session_id, m.position, m.role, m.text, m.tokens, m.written_at
            FROM message_text
            JOIN message m ON m.id = message_text.rowid
            JOIN session s ON s.id = m.session_id
            WHERE message_text MATCH #{query} AND s.owner = #{owner} AND s.expires_at > #{now}
            ORDER BY message_text.rank, m.id
            LIMIT #{limit}
            """)
    List<Message> search(
            @Param("query") String query,
            @Param("owner") String owner,
            @Param("now") Instant now,
            @Param("limit") int limit);
}
