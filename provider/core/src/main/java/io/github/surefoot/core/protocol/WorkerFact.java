package io.github.surefoot.core.protocol;

/** The names of facts in the header of a worker's journal, by which a replay repeats it. */
public final class WorkerFact {
    /** The version of Java. */
    public static final String JAVA = "java";

    /** The operating system and its architecture. */
    public static final String OS = "os";

    /** The name of the machine, where its system tells it at once. */
    public static final String HOST = "host";

    /** The default time zone at the start, as {@link java.time.ZoneId} reads it. */
    public static final String ZONE = "zone";

    /** The default locale at the start, as a language tag. */
    public static final String LOCALE = "locale";

    /** What tells this fork from others in the command that Surefire quotes when it dies. */
    public static final String FORK = "fork";

    /**
     * When the worker's process was started, in milliseconds since 1970 as the operating system tells it: its number
     * may be that of another by now.
     */
    public static final String PROCESS_STARTED = "processStarted";

    /** What the worker keeps between rounds, a {@link io.github.surefoot.core.WorkerKind}; absent where its name says it. */
    public static final String KIND = "kind";

    /** The fingerprint of the suite. */
    public static final String SUITE = "suite";

    /** How the launcher got its classes, a {@link Dispatch}. */
    public static final String DISPATCH = "dispatch";

    /** {@code configured} or {@code random}. */
    public static final String ORDER = "order";

    /** The seed of a random order. */
    public static final String SEED = "seed";

    /** Surefire's own order, {@code runOrder}; absent where Surefire does not tell. */
    public static final String RUN_ORDER = "runOrder";

    /** The seed of Surefire's own random order. */
    public static final String RUN_ORDER_SEED = "runOrderSeed";

    /** The fingerprint of the secrets. */
    public static final String SECRETS = "secrets";

    /** What the names of facts begin with that are filters in force; the rest is Surefire's parameter. */
    public static final String FILTER = "filter.";

    private WorkerFact() {}
}
