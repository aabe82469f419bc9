package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.SecretSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The environment of Maven. An empty variable is how a CI server hands on a secret that is not set. */
record EnvironmentLookup(UnaryOperator<@Nullable String> environment) implements Lookup {
    @Override
    public SecretSource source() {
        return SecretSource.ENVIRONMENT;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String advice(String name) {
        String state = environment.apply(name) == null ? "is not set" : "is set, but empty";
        return "environment    export " + name + "=…   (it " + state + ")";
    }
}
