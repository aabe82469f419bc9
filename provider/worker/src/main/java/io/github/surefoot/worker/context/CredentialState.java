package io.github.surefoot.worker.context;

/** In what state a credential is shown. */
public enum CredentialState {
    /** As it should be. */
    VALID,
    /** Well formed, but made without the secret: another API key, a token signed with another key. */
    WRONG,
    /** Not shown at all. */
    MISSING,
    /** A token that was valid until an hour ago. An API key does not expire, so it is shown as it should be. */
    EXPIRED
}
