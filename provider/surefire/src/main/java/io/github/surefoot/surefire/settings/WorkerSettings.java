package io.github.surefoot.surefire.settings;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the Maven plugin tells a worker, through the properties of the provider. The plugin has checked what users
 * gave; what is missing or wrong here means that plugin and provider are of different versions.
 */
public final class WorkerSettings {
    private static final String PREFIX = "surefoot.";
    private static final String ABOUT = "surefoot.worker.about.";
    private final Map<String, String> properties;

    /** Reads the properties of the provider. */
    public WorkerSettings(Map<String, String> properties) {
        this.properties = properties;
    }

    /** Tells whether the plugin started this Surefire at all; otherwise the provider behaves as Surefire's own. */
    public boolean present() {
        return properties.containsKey("surefoot.worker.journals");
    }

    /** Returns the id of the run. */
    public String run() {
        return required("surefoot.worker.run");
    }

    /** Returns further facts for the header of the journal, such as the filters in force. */
    public Map<String, String> about() {
        Map<String, String> result = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(ABOUT)) {
                result.put(name.substring(ABOUT.length()), value);
            }
        });
        return result;
    }

    /** Returns the fingerprint of the suite; a replay needs the same. */
    public String suite() {
        return required("surefoot.worker.suite");
    }

    /**
     * Tells whether the workers share the classes of all rounds, and each finds out for which round it works; otherwise
     * there is one round, or a replay, and Surefire hands out the classes.
     */
    public boolean shared() {
        return properties.containsKey("surefoot.worker.workers");
    }

    /** Returns how many workers share the classes. */
    public int workers() {
        return (int) number("surefoot.worker.workers");
    }

    /** Tells whether the project wants a JVM for each class ({@code reuseForks=false}). */
    public boolean oneClassEach() {
        return optional("surefoot.worker.oneClassEach").filter("true"::equals).isPresent();
    }

    /** Tells whether a round starts only when Maven opens it. */
    public boolean roundsOneByOne() {
        return optional("surefoot.worker.oneByOne").filter("true"::equals).isPresent();
    }

    /** Returns the settings of a worker that has found its round. */
    public WorkerSettings forRound(int round) {
        Map<String, String> own = new HashMap<>(properties);
        own.put("surefoot.worker.round", Integer.toString(round));
        return new WorkerSettings(own);
    }

    /** Returns the file into which the output of its tests is written; empty to leave it to Surefire. */
    public Optional<Path> output() {
        return optional("surefoot.worker.output").map(Path::of);
    }

    /** Returns where class data is kept; empty where it is not shared. */
    public Optional<Path> classData() {
        return optional(ClassDataDirectory.SETTING).map(Path::of);
    }

    /** Returns the round, from 1; 0 in warm workers, which run all rounds. */
    public int round() {
        return (int) number("surefoot.worker.round");
    }

    /** Returns how many rounds a warm worker runs. */
    public int rounds() {
        return (int) number("surefoot.worker.rounds");
    }

    /** Returns the first round of a worker: its only one, unless it is warm or shares all rounds with others. */
    public int firstRound() {
        return warm() || shared() ? 1 : round();
    }

    /** Tells whether this worker runs all rounds. */
    public boolean warm() {
        return properties.getOrDefault("surefoot.worker.round", "").equals("0");
    }

    /** Returns the directory of the journals. */
    public Path journals() {
        return Path.of(required("surefoot.worker.journals"));
    }

    /** Returns the file into which the scanned classes are written, one a line. */
    public Optional<Path> plan() {
        return optional("surefoot.worker.plan").map(Path::of);
    }

    /** Returns the file that names the classes to run, one a line, in place of a scan. */
    public Optional<Path> only() {
        return optional("surefoot.worker.only").map(Path::of);
    }

    /** Tells whether to give the launcher one class after the other, as workers that share a queue do. */
    public boolean eachByItself() {
        return optional("surefoot.worker.dispatch").filter("each"::equals).isPresent();
    }

    /** Returns where resources keep what outlives a worker. */
    public Path buildDirectory() {
        return Path.of(required("surefoot.worker.directory"));
    }

    /** Returns the seed when the order is random. */
    public OptionalLong seed() {
        return "random".equals(properties.get("surefoot.worker.order"))
                ? OptionalLong.of(number("surefoot.worker.seed"))
                : OptionalLong.empty();
    }

    /** Returns the order: {@code configured} or {@code random}. */
    public String order() {
        return optional("surefoot.worker.order").orElse("configured");
    }

    /** Returns how long closing all resources may take. */
    public Duration disposalTimeout() {
        return Duration.ofMillis(number("surefoot.worker.disposalMillis"));
    }

    /** Returns how long a test may take; empty for as long as it likes. */
    public Optional<Duration> testTimeout() {
        return optional("surefoot.worker.testTimeoutMillis")
                .map(Long::parseLong)
                .map(Duration::ofMillis);
    }

    /** Returns how long this worker may live; empty for as long as it likes. */
    public Optional<Duration> lifetime() {
        return optional("surefoot.worker.lifetimeMillis").map(Long::parseLong).map(Duration::ofMillis);
    }

    /** Returns Maven's process. */
    public Optional<Long> maven() {
        return optional("surefoot.worker.maven").map(Long::parseLong);
    }

    /** Returns when Maven's process was started, by the operating system. */
    public Optional<Instant> mavenStarted() {
        return optional("surefoot.worker.mavenStartedMillis")
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    /** Returns a setting as the user gave it to Maven. */
    public Optional<String> user(String name) {
        return name.startsWith(PREFIX) ? optional(name) : Optional.empty();
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    private String required(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("The Surefoot plugin did not set " + name
                        + ". Use the same Surefoot version for the plugin and the provider."));
    }

    private long number(String name) {
        String value = required(name);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    name + " is '" + value
                            + "', but must be a whole number. Use the same Surefoot version for the plugin and the provider.",
                    e);
        }
    }
}
