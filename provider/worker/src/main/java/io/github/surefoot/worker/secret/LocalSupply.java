package io.github.surefoot.worker.secret;

import io.github.surefoot.core.secret.DotenvFile;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretNames;
import io.github.surefoot.core.secret.SecretSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a JVM that was started by an IDE: from the environment, a dotenv file, or made for this JVM. Maven's
 * {@code settings.xml} is out of reach, since only Maven decrypts it.
 */
final class LocalSupply implements SecretSupply {
    static final String GENERATE = "surefoot.secrets.generate";

    /** As many as under Maven: 32 characters, whose bytes are a key for HS256 and A256GCM. */
    private static final int RANDOM_BYTES = 24;

    private static final System.Logger LOG = System.getLogger(LocalSupply.class.getName());

    private final UnaryOperator<@Nullable String> environment;
    private final LocalSettings settings;
    private final Map<String, String> dotenv;
    private final Map<String, Optional<Secret>> found = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    LocalSupply(UnaryOperator<@Nullable String> environment, LocalSettings settings) {
        this.environment = environment;
        this.settings = settings;
        this.dotenv = settings.path(DotenvFile.SETTING).map(LocalSupply::read).orElse(Map.of());
    }

    /** Loaded with the first secret that is asked for where no Maven is. */
    private static final class OfThisJvm {
        static final LocalSupply SUPPLY =
                new LocalSupply(System::getenv, LocalSettings.from(Path.of(""), System.getProperties()));

        private OfThisJvm() {}
    }

    static LocalSupply ofThisJvm() {
        return OfThisJvm.SUPPLY;
    }

    private static Map<String, String> read(Path file) {
        try {
            DotenvFile.check(file).forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
            return DotenvFile.read(file);
        } catch (SecretFaultException e) {
            throw new SecretUnavailableException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Secret> find(String name) {
        return found.computeIfAbsent(name, this::look);
    }

    private Optional<Secret> look(String name) {
        try {
            return usable(environment.apply(name))
                    .map(value -> new Secret(name, SecretSource.ENVIRONMENT, value))
                    .or(() -> usable(dotenv.get(name)).map(value -> new Secret(name, SecretSource.DOTENV, value)))
                    .or(() -> generated(name));
        } catch (IllegalArgumentException e) {
            throw new SecretUnavailableException("Refused as a secret: " + e.getMessage());
        }
    }

    private static Optional<String> usable(@Nullable String value) {
        return Optional.ofNullable(value).filter(v -> !v.isBlank());
    }

    private Optional<Secret> generated(String name) {
        String setting = settings.get(GENERATE).orElse("false");
        if (setting.equals("false")
                || (!setting.equals("true")
                        && !SecretNames.parse(GENERATE, setting).contains(name))) {
            return Optional.empty();
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return Optional.of(new Secret(name, SecretSource.GENERATED, value));
    }

    @Override
    public String advice(String name) {
        return "These tests were not started by Maven, so supply it in one of these ways, searched in this order:"
                + "\n  environment    " + name + "=… in the run configuration of the IDE"
                + "\n  dotenv file    " + name + "=… in a file that git ignores, named by " + DotenvFile.SETTING
                + " in "
                + settings.directory().resolve(LocalSettings.FILE)
                + "\n  generated      " + GENERATE + "=" + name + " in the same " + LocalSettings.FILE
                + "\nA <server> of settings.xml is out of reach here, as only Maven decrypts it: run mvn test for that.";
    }
}
