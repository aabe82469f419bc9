package io.github.surefoot.worker.context;

/** What a request shows to be let in. */
public enum Credential {
    /** The secret {@code API_KEY}, in the header {@code X-API-Key}. */
    API_KEY,
    /** A JWT signed with the secret {@code JWT_SECRET_KEY}, in {@code Authorization: Bearer}. */
    BEARER_TOKEN
}
