package ${package}.session;

import java.time.Instant;

/**
 * One message of a session.
 *
 * @param sessionId the session it belongs to
 * @param position its place in the session: 1, 2, 3 and so on without a gap
 * @param role who speaks
 * @param text what is said
 * @param tokens what it costs of a context window, see {@link TokenEstimate}
 * @param writtenAt when it was appended
 */
public record Message(String sessionId, int position, Role role, String text, int tokens, Instant writtenAt) {}
