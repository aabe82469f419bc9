package io.github.surefoot.bench.builds;

import java.util.List;

/** The suites there are, by name. */
final class Suites {
    static final String GENERATED = "generated";
    static final String MINUTE = "minute";
    static final List<String> NAMES = List.of(
            "archetype",
            GENERATED,
            "spring-boot",
            "commons-csv",
            "commons-codec",
            "commons-collections4",
            "commons-io",
            MINUTE);

    /** The tests of {@link #MINUTE} take a minute together, one after the other in a warm JVM. */
    private static final int MINUTES_CLASSES = 200;

    private static final int MINUTES_TESTS = 5;
    private static final int MINUTES_MILLIS = 60;

    private Suites() {}

    static Suite of(String name, Options options) {
        return switch (name) {
            case "archetype" -> new ArchetypeSuite();
            case GENERATED -> generated(options, options.classes());
            case MINUTE -> minute();
            case "spring-boot" -> new SpringBootSuite(12, 4);
            default -> new CopiedSuite(name, "foreign-" + name);
        };
    }

    /** Returns a generated suite of another size than the options say. */
    static Suite generated(Options options, int classes) {
        return new GeneratedSuite(
                classes == options.classes() ? GENERATED : GENERATED + classes,
                classes,
                options.tests(),
                Calibration.units(options.millis()));
    }

    private static Suite minute() {
        return new GeneratedSuite(MINUTE, MINUTES_CLASSES, MINUTES_TESTS, Calibration.units(MINUTES_MILLIS));
    }
}
