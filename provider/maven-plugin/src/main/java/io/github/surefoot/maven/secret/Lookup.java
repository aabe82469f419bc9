package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretSource;
import java.util.Optional;

/** One place where secrets are looked for. */
interface Lookup {
    SecretSource source();

    /**
     * Returns the value of the secret of that name, if this place has one.
     *
     * @throws SecretFaultException if the place cannot be searched
     */
    Optional<String> find(String name) throws SecretFaultException;

    /** Returns how a user puts a secret of that name here: one line, for the error that says that it is missing. */
    String advice(String name);
}
