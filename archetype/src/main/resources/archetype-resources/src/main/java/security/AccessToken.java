package ${package}.security;

import java.time.Instant;

/**
 * A signed access token.
 *
 * @param value the token itself; whoever has it is taken for its subject
 * @param expiresAt from when on it does not hold any more
 */
public record AccessToken(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "AccessToken[expiresAt=" + expiresAt + "]";
    }
}
