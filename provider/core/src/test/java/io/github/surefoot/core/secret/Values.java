package io.github.surefoot.core.secret;

/** Secrets for tests: with characters that every encoding changes. */
final class Values {
    static final Secret API_KEY = new Secret("API_KEY", SecretSource.ENVIRONMENT, "k3y/+&\"<canary> ~1'?");
    static final Secret JWT = new Secret("JWT_SECRET_KEY", SecretSource.SETTINGS, "0123456789abcdefghijklmnopqrstuv");
    static final Secret MADE = new Secret("JWT_ENCRYPTION_KEY", SecretSource.GENERATED, "Zürich-grün-zwölf");

    private Values() {}
}
