package io.github.surefoot.maven.surefire;

import java.util.Map;
import java.util.Optional;

/**
 * Whether the parts of JUnit on a test class path fit together. Those that do not may leave out tests without a word:
 * an engine that cannot discover them is one line in the log of an old launcher, and Surefire passes.
 *
 * <p>Parts fit when they are of one minor release: platform 1.14 belongs to Jupiter 5.14, from 6 on they count together.
 */
final class JUnitAlignment {
    private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";
    private static final String PLATFORM_ENGINE = "org.junit.platform:junit-platform-engine";
    private static final String JUPITER_API = "org.junit.jupiter:junit-jupiter-api";
    private static final String JUPITER_ENGINE = "org.junit.jupiter:junit-jupiter-engine";

    private JUnitAlignment() {}

    /**
     * Looks for parts that do not fit.
     *
     * @param versions the versions on the test class path, by {@code groupId:artifactId}
     * @return what does not fit and the mend, for people; empty if all does
     */
    static Optional<String> misfit(Map<String, String> versions) {
        return misfit(LAUNCHER, PLATFORM_ENGINE, versions).or(() -> misfit(JUPITER_ENGINE, JUPITER_API, versions));
    }

    private static Optional<String> misfit(String part, String other, Map<String, String> versions) {
        String version = versions.getOrDefault(part, "");
        String otherVersion = versions.getOrDefault(other, "");
        if (version.isEmpty() || otherVersion.isEmpty() || minor(version).equals(minor(otherVersion))) {
            return Optional.empty();
        }
        return Optional.of(
                "JUnit's parts do not fit together: " + name(part) + " is " + version + ", but " + name(other)
                        + " is " + otherVersion + " on the test class path, and tests could be left out without a word."
                        + " Import org.junit:junit-bom in dependencyManagement, or give both the same release."
                        + " Where they come from:  mvn dependency:tree -Dincludes=org.junit*");
    }

    private static String minor(String version) {
        String[] numbers = version.split("[.-]", 3);
        return numbers.length < 2 ? version : numbers[0] + '.' + numbers[1];
    }

    private static String name(String key) {
        return key.substring(key.indexOf(':') + 1);
    }
}
