package io.github.surefoot.maven.surefire;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the parts of JUnit on a test class path fit together. Those that do not may leave out tests without a word:
 * an engine that cannot discover them is one line in the log of an old launcher, and Surefire passes.
 *
 * <p>Parts fit when they are of one minor release: platform 1.14 belongs to Jupiter 5.14, from 6 on they count together.
 */
final class JUnitAlignment {
    private static final String JUNIT_4 = "junit:junit";
    private static final String TESTNG = "org.testng:testng";
    private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";
    private static final String PLATFORM_ENGINE = "org.junit.platform:junit-platform-engine";
    private static final String JUPITER_API = "org.junit.jupiter:junit-jupiter-api";
    private static final String JUPITER_ENGINE = "org.junit.jupiter:junit-jupiter-engine";

    private static final Pattern MINOR = Pattern.compile("(\\d{1,4})\\.(\\d{1,3})");

    private JUnitAlignment() {}

    /**
     * Looks for parts that do not fit.
     *
     * @param versions the versions on the test class path, by {@code groupId:artifactId}
     * @return what does not fit and the mend, for people; empty if all does
     */
    static Optional<String> misfit(Map<String, String> versions) {
        return tooOld(JUNIT_4, 4, 12, versions)
                .or(() -> tooOld(TESTNG, 6, 14, versions))
                .or(() -> misfit(LAUNCHER, PLATFORM_ENGINE, versions, false))
                .or(() -> misfit(JUPITER_ENGINE, JUPITER_API, versions, false))
                .or(() -> misfit(PLATFORM_ENGINE, JUPITER_ENGINE, versions, true));
    }

    /** The oldest that an engine for the JUnit Platform can run. */
    private static Optional<String> tooOld(String part, int major, int minor, Map<String, String> versions) {
        String version = versions.getOrDefault(part, "");
        Matcher numbers = MINOR.matcher(version);
        if (!numbers.lookingAt()
                || Integer.parseInt(numbers.group(1)) * 1000 + Integer.parseInt(numbers.group(2))
                        >= major * 1000 + minor) {
            return Optional.empty();
        }
        return Optional.of(name(part) + " is " + version + " on the test class path, but the JUnit Platform, on which"
                + " Surefire runs all tests, needs " + major + "." + minor + " or later. Raise its version; tests need"
                + " not be changed. Where it comes from:  mvn dependency:tree -Dincludes=" + part);
    }

    private static Optional<String> misfit(
            String part, String other, Map<String, String> versions, boolean newerIsFine) {
        String version = versions.getOrDefault(part, "");
        String otherVersion = versions.getOrDefault(other, "");
        if (version.isEmpty() || otherVersion.isEmpty()) {
            return Optional.empty();
        }
        int newer = Integer.compare(minor(version), minor(otherVersion));
        if (newer == 0 || (newer > 0 && newerIsFine)) {
            return Optional.empty();
        }
        return Optional.of(
                "JUnit's parts do not fit together: " + name(part) + " is " + version + ", but " + name(other)
                        + " is " + otherVersion + " on the test class path, and tests could be left out without a word."
                        + " Import org.junit:junit-bom in dependencyManagement, or give both the same release."
                        + " Where they come from:  mvn dependency:tree -Dincludes=org.junit*");
    }

    /** Returns one number for a minor release, growing with it: 5014 for Jupiter 5.14 and platform 1.14. */
    private static int minor(String version) {
        Matcher numbers = MINOR.matcher(version);
        if (!numbers.lookingAt()) {
            return 0;
        }
        int major = Integer.parseInt(numbers.group(1));
        return (major == 1 ? 5 : major) * 1000 + Integer.parseInt(numbers.group(2));
    }

    private static String name(String key) {
        return key.substring(key.indexOf(':') + 1);
    }
}
