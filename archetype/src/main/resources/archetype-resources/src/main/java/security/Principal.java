package ${package}.security;

/**
 * Who sent a request.
 *
 * @param subject the name in the access token; owns sessions
 */
public record Principal(String subject) {}
