package io.github.surefoot.maven.suite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** A name for files of one module beside those of others: two modules may have the same artifact id. */
public final class ModuleKey {
    private ModuleKey() {}

    /**
     * Returns the name.
     *
     * @param artifactId the module's artifact id
     * @param directory where it lies
     */
    public static String of(String artifactId, Path directory) {
        CRC32C sum = new CRC32C();
        sum.update(directory.toString().getBytes(StandardCharsets.UTF_8));
        return String.format("%s-%08x", artifactId, sum.getValue());
    }
}
