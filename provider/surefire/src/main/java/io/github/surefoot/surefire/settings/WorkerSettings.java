package io.github.surefoot.surefire.settings;

import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.WorkerProperty;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the Maven plugin tells a worker, through the properties of the provider. The plugin has checked what users
 * gave; what is missing or wrong here means that plugin and provider are of different versions.
 */
public final class WorkerSettings {
    /** What Surefire tells its providers. */
    private static final String RUN_ORDER = "runOrder";

    private static final String RUN_ORDER_SEED = "runOrderRandomSeed";

    private static final String CONFIGURATION_PARAMETERS = "configurationParameters";

    /** The orders of Surefire's for which it keeps a file of how earlier runs went. */
    private static final List<String> REMEMBERING = List.of("balanced", "failedfirst");

    private static final String ALL_ROUNDS = Integer.toString(WorkerProperty.ALL_ROUNDS);

    private final Map<String, String> properties;

    /** Reads the properties of the provider. */
    public WorkerSettings(Map<String, String> properties) {
        this.properties = properties;
    }

    /** Tells whether the plugin started this Surefire at all; otherwise the provider behaves as Surefire's own. */
    public boolean present() {
        return properties.containsKey(WorkerProperty.JOURNALS.key());
    }

    /** Returns the id of the run. */
    public String run() {
        return required(WorkerProperty.RUN);
    }

    /** Returns further facts for the header of the journal, such as the filters in force. */
    public Map<String, String> about() {
        Map<String, String> result = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(WorkerProperty.ABOUT)) {
                result.put(name.substring(WorkerProperty.ABOUT.length()), value);
            }
        });
        return result;
    }

    /** Returns the fingerprint of the suite; a replay needs the same. */
    public String suite() {
        return required(WorkerProperty.SUITE);
    }

    /**
     * Tells whether the workers share the classes of all rounds, and each finds out for which round it works; otherwise
     * there is one round, or a replay, and Surefire hands out the classes.
     */
    public boolean shared() {
        return properties.containsKey(WorkerProperty.WORKERS.key());
    }

    /**
     * Tells whether this JVM takes new classes of the project for each round that it works for, and is a worker of its
     * own in each.
     */
    public boolean renewed() {
        return optional(WorkerProperty.KIND)
                .filter(WorkerKind.RENEWED.word()::equals)
                .isPresent();
    }

    /** Returns how many of all rounds the workers share. */
    public int sharedRounds() {
        int first = optional(WorkerProperty.FIRST).map(Integer::parseInt).orElse(1);
        return rounds() - first + 1;
    }

    /** Returns the file in which to tell of this JVM and its class path. */
    public Optional<Path> classPath() {
        return optional(WorkerProperty.CLASS_PATH).map(Path::of);
    }

    /** Returns how many workers share the classes. */
    public int workers() {
        return (int) number(WorkerProperty.WORKERS);
    }

    /** Tells whether the project wants a JVM for each class ({@code reuseForks=false}). */
    public boolean oneClassEach() {
        return flag(WorkerProperty.ONE_CLASS_EACH);
    }

    /** Tells whether a round starts only when Maven opens it. */
    public boolean roundsOneByOne() {
        return flag(WorkerProperty.ONE_BY_ONE);
    }

    /** Returns the settings of a worker that has found its round. */
    public WorkerSettings forRound(int round) {
        Map<String, String> own = new HashMap<>(properties);
        own.put(WorkerProperty.ROUND.key(), Integer.toString(round));
        return new WorkerSettings(own);
    }

    /** Returns the file into which the output of its tests is written; empty to leave it to Surefire. */
    public Optional<Path> output() {
        return optional(WorkerProperty.OUTPUT).map(Path::of);
    }

    /** Returns where class data is kept; empty where it is not shared. */
    public Optional<Path> classData() {
        return optional(WorkerProperty.CLASS_DATA).map(Path::of);
    }

    /** Returns the round, from 1; 0 in warm workers, which run all rounds. */
    public int round() {
        return (int) number(WorkerProperty.ROUND);
    }

    /** Returns how many rounds a warm worker runs. */
    public int rounds() {
        return (int) number(WorkerProperty.ROUNDS);
    }

    /** Returns the first round of a worker: its only one, unless it is warm or shares all rounds with others. */
    public int firstRound() {
        return warm() || shared() ? 1 : round();
    }

    /** Tells whether this worker runs all rounds. */
    public boolean warm() {
        return optional(WorkerProperty.ROUND).filter(ALL_ROUNDS::equals).isPresent();
    }

    /** Returns the directory of the journals. */
    public Path journals() {
        return Path.of(required(WorkerProperty.JOURNALS));
    }

    /** Returns where jqwik keeps samples that failed; empty to leave them where the project has them. */
    public Optional<Path> samples() {
        return optional(WorkerProperty.SAMPLES).map(Path::of);
    }

    /** Returns the file into which the scanned classes are written, one a line. */
    public Optional<Path> plan() {
        return optional(WorkerProperty.PLAN).map(Path::of);
    }

    /** Returns the file into which to write how this worker was started, in place of running anything. */
    public Optional<Path> describe() {
        return optional(WorkerProperty.DESCRIBE).map(Path::of);
    }

    /** Returns the tests that such a worker is to look for, as Surefire's parameter {@code test} names them. */
    public Optional<String> test() {
        return optional(WorkerProperty.TEST);
    }

    /** Tells whether such a worker tells the classes that it finds. */
    public boolean finds() {
        return test().isPresent() || flag(WorkerProperty.FIND);
    }

    /** Returns the directory for what a run leaves that is to be kept if it fails; empty to keep nothing. */
    public Optional<Path> keep() {
        return optional(WorkerProperty.KEEP).map(Path::of);
    }

    /** Returns all that Maven told. */
    public Map<String, String> all() {
        return Map.copyOf(properties);
    }

    /** Returns the file that names the classes to run, one a line, in place of a scan. */
    public Optional<Path> only() {
        return optional(WorkerProperty.ONLY).map(Path::of);
    }

    /** Returns the file that says which shard's classes to take of a scan; empty for all. */
    public Optional<Path> shard() {
        return optional(WorkerProperty.SHARD).map(Path::of);
    }

    /** Returns how to give the launcher its classes, unless they come from a queue. */
    public Dispatch dispatch() {
        // In one request the classes of one engine run before those of another, whatever stands directly before what.
        return optional(WorkerProperty.DISPATCH)
                .map(Dispatch::parse)
                .orElse(orderKind() == OrderKind.PAIRS ? Dispatch.EACH : Dispatch.ALL);
    }

    /** Returns where resources keep what outlives a worker. */
    public Path buildDirectory() {
        return Path.of(required(WorkerProperty.DIRECTORY));
    }

    /** Returns the number of an order that is one of many: a seed when it is random, the first row when it is of pairs. */
    public OptionalLong seed() {
        return orderKind().isNumbered() ? OptionalLong.of(number(WorkerProperty.SEED)) : OptionalLong.empty();
    }

    /** Returns the order, as {@link OrderKind} has it: {@code configured} or {@code random}, for instance. */
    public String order() {
        return orderKind().word();
    }

    /** Returns what the order is made by. */
    public OrderKind orderKind() {
        return optional(WorkerProperty.ORDER).flatMap(OrderKind::of).orElse(OrderKind.CONFIGURED);
    }

    /** Returns Surefire's own order, which Surefire's provider applies to methods too; empty if there is none. */
    public Optional<String> runOrder() {
        return optional(RUN_ORDER).filter(value -> !value.isBlank());
    }

    /** Returns the seed of Surefire's own random order, drawn by Surefire if the user has given none. */
    public Optional<String> runOrderSeed() {
        return optional(RUN_ORDER_SEED).filter(value -> !value.isBlank());
    }

    /**
     * Returns the names of JUnit Platform's configuration parameters that the project sets itself, in Surefire's
     * configuration: Surefire's provider adds others, for its own order.
     */
    public Set<String> ownParameters() {
        Properties own = new Properties();
        try {
            own.load(new StringReader(optional(CONFIGURATION_PARAMETERS).orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + CONFIGURATION_PARAMETERS, e);
        }
        return own.stringPropertyNames();
    }

    /**
     * Tells whether Surefire is told no more than that there are tests and what failed: it has nothing to report where we
     * take the output of tests, and needs to know how long each test took only where it orders later runs by that.
     */
    public boolean briefly() {
        return output().isPresent()
                && runOrder()
                        .filter(order -> REMEMBERING.stream().anyMatch(order.toLowerCase(Locale.ROOT)::contains))
                        .isEmpty();
    }

    /** Returns how long closing all resources may take. */
    public Duration disposalTimeout() {
        return Duration.ofMillis(number(WorkerProperty.DISPOSAL_MILLIS));
    }

    /** Returns how long a test may take; empty for as long as it likes. */
    public Optional<Duration> testTimeout() {
        return optional(WorkerProperty.TEST_TIMEOUT_MILLIS).map(Long::parseLong).map(Duration::ofMillis);
    }

    /** Returns how long this worker may live; empty for as long as it likes. */
    public Optional<Duration> lifetime() {
        return optional(WorkerProperty.LIFETIME_MILLIS).map(Long::parseLong).map(Duration::ofMillis);
    }

    /** Returns Maven's process. */
    public Optional<Long> maven() {
        return optional(WorkerProperty.MAVEN).map(Long::parseLong);
    }

    /** Returns when Maven's process was started, by the operating system. */
    public Optional<Instant> mavenStarted() {
        return optional(WorkerProperty.MAVEN_STARTED_MILLIS)
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    /** Returns a setting as the user gave it to Maven. */
    public Optional<String> user(String name) {
        return name.startsWith(WorkerProperty.OF_USERS) ? optional(name) : Optional.empty();
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    private Optional<String> optional(WorkerProperty property) {
        return optional(property.key());
    }

    private boolean flag(WorkerProperty property) {
        return optional(property).filter("true"::equals).isPresent();
    }

    private String required(WorkerProperty property) {
        return optional(property)
                .orElseThrow(() -> new IllegalStateException("The Surefoot plugin did not set " + property.key()
                        + ". Use the same Surefoot version for the plugin and the provider."));
    }

    private long number(WorkerProperty property) {
        String value = required(property);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    property.key() + " is '" + value
                            + "', but must be a whole number. Use the same Surefoot version for the plugin and the provider.",
                    e);
        }
    }
}
