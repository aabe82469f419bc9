package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.DotenvFile;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dotenv file, read once; nothing is found when none is named. */
final class DotenvLookup implements Lookup {
    private final @Nullable Path file;
    private final Map<String, String> values;

    private DotenvLookup(@Nullable Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static DotenvLookup none() {
        return new DotenvLookup(null, Map.of());
    }

    /**
     * Reads a file that was checked.
     *
     * @throws SecretFaultException if it is no dotenv file; the message tells the line by its number alone
     */
    static DotenvLookup of(Path file) throws SecretFaultException {
        return new DotenvLookup(file, DotenvFile.read(file));
    }

    @Override
    public SecretSource source() {
        return SecretSource.DOTENV;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String advice(String name) {
        return file == null
                ? "dotenv file    " + name + "=… in a file that git ignores, named by -D" + DotenvFile.SETTING + "=.env"
                : "dotenv file    " + name + "=… in " + file + "   (not there now)";
    }
}
