package io.github.surefoot.core.protocol;

/** What Maven tells a worker, as properties of Surefire's provider: they reach its forks, and no report. */
public enum WorkerProperty {
    /** The id of the run. */
    RUN("run"),
    /** The fingerprint of the suite; a replay needs the same. */
    SUITE("suite"),
    /** The round, from 1; {@link #ALL_ROUNDS} in warm workers; absent where a worker finds out itself. */
    ROUND("round"),
    /** How many rounds there are. */
    ROUNDS("rounds"),
    /** The first of the rounds that workers share; absent where it is the first of all. */
    FIRST("first"),
    /** What workers keep between rounds, a {@link io.github.surefoot.core.WorkerKind}; absent where the round says it. */
    KIND("kind"),
    /** The file in which a worker tells of its JVM and class path, where those of others are made of it. */
    CLASS_PATH("classPath"),
    /** How many workers share the classes of all rounds; absent where Surefire hands out the classes. */
    WORKERS("workers"),
    /** {@code true} where each class has a worker of its own. */
    ONE_CLASS_EACH("oneClassEach"),
    /** {@code true} where a round starts only when Maven opens it. */
    ONE_BY_ONE("oneByOne"),
    /** The directory for what tests print; absent to leave that to Surefire. */
    OUTPUT("output"),
    /** Where class data is kept; absent where it is not shared. */
    CLASS_DATA("classData"),
    /** The directory of the journals. */
    JOURNALS("journals"),
    /** The file into which the classes that were found are written. */
    PLAN("plan"),
    /** The file that names the classes to run, in place of a scan. */
    ONLY("only"),
    /** The file that says which shard's classes to take of a scan: see {@code core.shard.ShardRequest}; absent for all. */
    SHARD("shard"),
    /** How the launcher gets its classes, a {@link Dispatch}. */
    DISPATCH("dispatch"),
    /** The file into which a worker writes how it was started, and runs nothing. */
    DESCRIBE("describe"),
    /** The tests that such a worker looks for, too, as Surefire's parameter {@code test} names them. */
    TEST("test"),
    /** {@code true} where such a worker tells the classes of the whole suite, in Surefire's order. */
    FIND("find"),
    /** The classes that it found, separated by commas. */
    FOUND("found"),
    /** The directory for what a run leaves that is to be kept if it fails: see {@code core.probe.KeptFiles}. */
    KEEP("keep"),
    /**
     * The directory of the files in which jqwik keeps samples that failed; absent where the project says it. Workers that share
     * rounds have one for each, beside the journal.
     */
    SAMPLES("samples"),
    /** Where resources keep what outlives a worker. */
    DIRECTORY("directory"),
    /** {@code configured} or {@code random}. */
    ORDER("order"),
    /** The seed of a random order. */
    SEED("seed"),
    /** How long closing all resources may take, in milliseconds. */
    DISPOSAL_MILLIS("disposalMillis"),
    /** How long a test may take, in milliseconds; absent without a limit. */
    TEST_TIMEOUT_MILLIS("testTimeoutMillis"),
    /** How long a worker may live, in milliseconds; absent without a limit. */
    LIFETIME_MILLIS("lifetimeMillis"),
    /** The id of Maven's process. */
    MAVEN("maven"),
    /** When Maven's process was started, in milliseconds since 1970; absent where the system does not tell. */
    MAVEN_STARTED_MILLIS("mavenStartedMillis");

    /** The {@link #ROUND} of a warm worker. */
    public static final int ALL_ROUNDS = 0;

    /** The order that the project configures. */
    public static final String CONFIGURED = "configured";

    /** The order that is drawn from a seed. */
    public static final String RANDOM = "random";

    /** What the names of the settings begin with that users give to Maven; a worker is told of all. */
    public static final String OF_USERS = "surefoot.";

    /** What the names of these properties begin with. */
    public static final String PREFIX = "surefoot.worker.";

    /** The system property that has the order of the round for TestNG's methods. */
    public static final String ORDER_OF_ROUND = "surefoot.order.ofRound";

    /** What the names of properties begin with whose rest and value go into the header of the worker's journal. */
    public static final String ABOUT = PREFIX + "about.";

    private final String key;

    WorkerProperty(String name) {
        key = PREFIX + name;
    }

    /** Returns the whole name, such as {@code surefoot.worker.round}. */
    public String key() {
        return key;
    }
}
