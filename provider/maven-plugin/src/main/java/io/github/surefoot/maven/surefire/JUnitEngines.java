package io.github.surefoot.maven.surefire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which engines and which launcher Surefire's workers need for the project's own JUnit. Surefire finds them for its own
 * provider, but a provider of others' gets only what is written down; and a launcher of another version than the
 * project's engine fails in the middle of the scan.
 *
 * <p>The rules are those of Surefire 3.6 for its own provider ({@code JUnitPlatformProviderInfo}).
 */
final class JUnitEngines {
    /** Surefire 3.6.1's own default, for a project that has no JUnit Jupiter to go by. */
    private static final String DEFAULT_JUPITER = "5.14.4";

    private static final String TESTNG_ENGINE = "1.1.0";
    private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";
    private static final String PLATFORM_ENGINE = "org.junit.platform:junit-platform-engine";
    private static final String PLATFORM_COMMONS = "org.junit.platform:junit-platform-commons";
    private static final String JUPITER_API = "org.junit.jupiter:junit-jupiter-api";
    private static final String JUPITER_ENGINE = "org.junit.jupiter:junit-jupiter-engine";
    private static final String JUNIT_4 = "junit:junit";
    private static final String VINTAGE_ENGINE = "org.junit.vintage:junit-vintage-engine";
    private static final String TESTNG = "org.testng:testng";
    private static final String TESTNG_PLATFORM = "org.junit.support:testng-engine";

    private final Map<String, String> project;
    private final Set<String> given;

    /**
     * Looks at a project.
     *
     * @param project the versions of the artefacts on its test class path, by {@code groupId:artifactId}
     * @param given what its POM has already added to Surefire, by {@code groupId:artifactId}
     */
    JUnitEngines(Map<String, String> project, Set<String> given) {
        this.project = project;
        this.given = given;
    }

    /**
     * An artefact to add to Surefire's own dependencies.
     *
     * @param key {@code groupId:artifactId}
     * @param version its version
     */
    record Needed(String key, String version) {}

    /** Returns what Surefire needs beyond what the project has. */
    List<Needed> needed() {
        List<Needed> result = new ArrayList<>();
        String jupiter = Optional.ofNullable(project.get(JUPITER_API)).orElse(DEFAULT_JUPITER);
        if (project.containsKey(JUPITER_API) || !hasAny(JUNIT_4, TESTNG, PLATFORM_ENGINE)) {
            add(JUPITER_ENGINE, jupiter, result);
        }
        if (vintageDetected()) {
            add(VINTAGE_ENGINE, jupiter, result);
        }
        if (project.containsKey(TESTNG)) {
            add(TESTNG_PLATFORM, TESTNG_ENGINE, result);
        }
        // Both by name, so that what an engine brings along is not older or newer than the project's.
        add(PLATFORM_ENGINE, platform(jupiter), result);
        if (!given.contains(LAUNCHER)) {
            result.add(new Needed(LAUNCHER, platform(jupiter)));
        }
        return result;
    }

    /** Tells whether JUnit 4 tests are run by a Vintage engine that the project has not asked for. */
    boolean vintageDetected() {
        return project.containsKey(JUNIT_4) && !has(VINTAGE_ENGINE);
    }

    private String platform(String jupiter) {
        return Optional.ofNullable(project.get(PLATFORM_ENGINE))
                .or(() -> Optional.ofNullable(project.get(PLATFORM_COMMONS)))
                // Platform 1.x belongs to Jupiter 5.x; from 6 on they count together.
                .orElseGet(() -> jupiter.startsWith("5.") ? "1." + jupiter.substring(2) : jupiter);
    }

    private void add(String key, String version, List<Needed> to) {
        if (!has(key)) {
            to.add(new Needed(key, version));
        }
    }

    private boolean hasAny(String... keys) {
        return List.of(keys).stream().anyMatch(this::has);
    }

    private boolean has(String key) {
        return project.containsKey(key) || given.contains(key);
    }
}
