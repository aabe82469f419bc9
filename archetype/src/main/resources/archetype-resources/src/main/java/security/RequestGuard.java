package ${package}.security;

/** Decides from the headers of a request who sent it. */
public final class RequestGuard {

    /** The header that carries an API key. */
    public static final String API_KEY_HEADER = "X-API-Key";

    /** The header that carries an access token. */
    public static final String BEARER_HEADER = "Authorization";

    /** The header that carries a share token. */
    public static final String SHARE_HEADER = "X-Share-Token";

    private static final String SCHEME = "Bearer ";

    private final ApiKeyCheck apiKey;
    private final AccessTokens tokens;
    private final ShareTokens shares;

    public RequestGuard(ApiKeyCheck apiKey, AccessTokens tokens, ShareTokens shares) {
        this.apiKey = apiKey;
        this.tokens = tokens;
        this.shares = shares;
    }

    /**
     * Lets only a request with the API key pass.
     *
     * @param headers the request's
     * @throws NotAuthenticatedException if the key is missing or wrong
     */
    public void requireApiKey(RequestHeaders headers) throws NotAuthenticatedException {
        if (!apiKey.matches(headers.first(API_KEY_HEADER))) {
            throw new NotAuthenticatedException("No valid API key.");
        }
    }

    /**
     * Returns the sender of a request with an access token.
     *
     * @param headers the request's
     * @throws NotAuthenticatedException if the token is missing or does not hold
     */
    public Principal requireBearer(RequestHeaders headers) throws NotAuthenticatedException {
        String value = headers.first(BEARER_HEADER);
        // The name of a scheme has no case (RFC 9110, 11.1).
        if (value == null || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new NotAuthenticatedException("No access token.");
        }
        try {
            return tokens.verify(value.substring(SCHEME.length()).strip());
        } catch (InvalidTokenException e) {
            throw new NotAuthenticatedException(e.getMessage(), e);
        }
    }

    /**
     * Returns whether a request carries a share token for that session. A token that does not hold is as good as none.
     */
    public boolean isSharedWith(RequestHeaders headers, String sessionId) {
        String value = headers.first(SHARE_HEADER);
        if (value == null) {
            return false;
        }
        try {
            return shares.open(value).equals(sessionId);
        } catch (InvalidTokenException e) {
            return false;
        }
    }
}
