package io.github.surefoot.worker.secret;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.core.resource.WorkerResource;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretSet;
import io.github.surefoot.core.secret.SecretsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes over the secrets that Maven holds, before the worker's first test. Found as a service by the provider. */
public final class SecretsResource implements WorkerResource {
    private @Nullable SecretSupply supply;

    /** Called by the provider. */
    public SecretsResource() {}

    @Override
    public String name() {
        return "secrets";
    }

    /** Before all others: a database may need a password. */
    @Override
    public int order() {
        return -200;
    }

    @Override
    public void open(WorkerContext context) throws SecretFaultException {
        Optional<String> file = context.setting(SecretsFile.SETTING);
        SecretSupply opened = new FromMaven(
                file.isPresent() ? SecretsFile.read(Path.of(file.get()), System::getenv) : SecretSet.of(List.of()));
        supply = opened;
        Secrets.open(opened);
    }

    @Override
    public void close(Duration limit) {
        SecretSupply opened = supply;
        if (opened != null) {
            Secrets.close(opened);
        }
    }

    private record FromMaven(SecretSet secrets) implements SecretSupply {
        @Override
        public Optional<Secret> find(String name) {
            return secrets.find(name);
        }

        @Override
        public String advice(String name) {
            return secrets.isEmpty()
                    ? "No secret is declared: add <surefoot.secrets>" + name
                            + "</surefoot.secrets> to the properties of" + " the POM."
                    : "Declared are " + String.join(", ", secrets.names()) + ": add " + name
                            + " to surefoot.secrets in the POM.";
        }
    }
}
