package io.github.surefoot.worker.secret;

import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds any secret that is asked for while a test class runs. */
public final class HeldForTests implements BeforeAllCallback, AfterAllCallback, SecretSupply {
    @Override
    public void beforeAll(ExtensionContext context) {
        Secrets.open(this);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Secrets.close(this);
    }

    @Override
    public Optional<Secret> find(String name) {
        return Optional.of(new Secret(name, SecretSource.GENERATED, "the value of " + name + " for these tests"));
    }

    @Override
    public String advice(String name) {
        return "";
    }
}
