package io.github.surefoot.maven.secret;

import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.secret.SecretNames;
import io.github.surefoot.core.secret.SecretSource;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * Values made for this build: 32 characters of 6 random bits each. Their 32 bytes are as many as HS256 asks of a key
 * at least (RFC 7518, 3.2) and A256GCM asks exactly (5.3).
 */
final class GeneratedLookup implements Lookup {
    static final String SETTING = Setting.SECRETS_GENERATE.key();
    private static final int BYTES = 24;

    private final Predicate<String> allowed;
    private final ConcurrentMap<String, String> made;
    private final SecureRandom random = new SecureRandom();

    private GeneratedLookup(Predicate<String> allowed, ConcurrentMap<String, String> made) {
        this.allowed = allowed;
        this.made = made;
    }

    /**
     * Creates one.
     *
     * @param setting {@code true}, {@code false}, or the names that may be generated
     * @param made the values of this build, which its modules share
     * @throws IllegalArgumentException if the setting is none of these
     */
    static GeneratedLookup of(String setting, ConcurrentMap<String, String> made) {
        return new GeneratedLookup(allowed(setting.strip()), made);
    }

    private static Predicate<String> allowed(String setting) {
        if (setting.isEmpty() || setting.equals("false")) {
            return name -> false;
        }
        if (setting.equals("true")) {
            return name -> true;
        }
        List<String> names = SecretNames.parse(SETTING, setting);
        return names::contains;
    }

    @Override
    public SecretSource source() {
        return SecretSource.GENERATED;
    }

    @Override
    public Optional<String> find(String name) {
        return allowed.test(name) ? Optional.of(made.computeIfAbsent(name, n -> value())) : Optional.empty();
    }

    private String value() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String advice(String name) {
        return "generated      -D" + SETTING + "=" + name + "   (a random value for each build)";
    }
}
