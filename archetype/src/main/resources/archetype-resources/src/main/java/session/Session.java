package ${package}.session;

import java.time.Instant;

/**
 * One shared context.
 *
 * @param id a random name, hard to guess
 * @param owner the subject whose access token opened it
 * @param title what it is about, for people
 * @param createdAt when it was opened
 * @param expiresAt from when on it is gone
 */
public record Session(String id, String owner, String title, Instant createdAt, Instant expiresAt) {

    /** Returns whether this session is gone at that moment. */
    public boolean isExpiredAt(Instant moment) {
        return !moment.isBefore(expiresAt);
    }
}
