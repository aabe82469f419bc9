package io.github.surefoot.worker.secret;

import io.github.surefoot.core.secret.Secret;
import java.util.Optional;

/** Where this JVM has its secrets from: from Maven, or, in an IDE, from what it finds by itself. */
interface SecretSupply {
    /**
     * Returns the secret of that name, always the same one.
     *
     * @throws SecretUnavailableException if there is one that cannot be used
     */
    Optional<Secret> find(String name);

    /** Returns how a secret of that name is supplied here, for the error that says that it is missing. */
    String advice(String name);
}
