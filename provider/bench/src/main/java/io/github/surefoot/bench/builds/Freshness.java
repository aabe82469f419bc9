package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the Surefoot that is measured is the one that was built last. */
final class Freshness {
    private static final Map<String, String> JARS = Map.of(
            "core", "surefoot-core",
            "surefire", "surefoot-surefire-provider",
            "worker", "surefoot-worker",
            "analysis", "surefoot-analysis",
            "maven-plugin", "surefoot-maven-plugin");

    private Freshness() {}

    /**
     * Returns a line for every jar of the checkout that is not the one in the repository. Not a fault: one may well want
     * to measure another Surefoot, but should know.
     *
     * @throws IOException if a jar cannot be read
     */
    static List<String> warnings(Path checkout, Path repository, String version) throws IOException {
        List<String> warnings = new ArrayList<>();
        for (Map.Entry<String, String> jar : new TreeMap<>(JARS).entrySet()) {
            String file = jar.getValue() + "-" + version + ".jar";
            Path built = checkout.resolve("provider")
                    .resolve(jar.getKey())
                    .resolve("target")
                    .resolve(file);
            Path measured = repository
                    .resolve("io/github/surefoot")
                    .resolve(jar.getValue())
                    .resolve(version)
                    .resolve(file);
            if (Files.exists(built) && !(Files.exists(measured) && Files.mismatch(built, measured) == -1)) {
                warnings.add("Attention: " + measured + " is measured, which is not " + built
                        + "; mvn verify -DskipTests makes them the same.");
            }
        }
        return warnings;
    }
}
