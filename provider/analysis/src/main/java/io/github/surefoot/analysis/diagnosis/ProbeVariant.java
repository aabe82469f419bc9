package io.github.surefoot.analysis.diagnosis;

/** What can be otherwise where a probe runs, to see whether a test depends on it. */
public enum ProbeVariant {
    /** All as the worker had it. */
    USUAL("", ""),
    /** In the farthest east: another time of the day, and mostly the next day. */
    ZONE_EAST("the time zone, or the time of day in it", "time zone Pacific/Kiritimati"),
    /** In the farthest west. */
    ZONE_WEST("the time zone, or the time of day in it", "time zone Pacific/Pago_Pago"),
    /** Where machines are. */
    ZONE_UTC("the time zone, or the time of day in it", "time zone UTC"),
    /** As most machines of CI servers have it. */
    LOCALE_ENGLISH("the locale", "locale en-US"),
    /** With a comma for decimals and letters of its own. */
    LOCALE_TURKISH("the locale", "locale tr-TR"),
    /** As old machines have it, and some of CI servers. */
    CHARSET_LATIN("the default charset", "default charset ISO-8859-1"),
    /** The JVM sees one. */
    ONE_CORE("the number of cores", "one core"),
    /** The JVM sees more than it has. */
    MORE_CORES("the number of cores", "sixteen cores"),
    /** Identity hash codes in rising order. */
    HASH_CODES("the order of identity hash codes", "hash codes in rising order"),
    /** Sets and maps of {@code Set.of} and {@code Map.of} in one order: of these, each JVM draws another by itself. */
    SETS_FORWARD("the order of Set.of and Map.of, which each JVM draws anew", "Set.of and Map.of forwards"),
    /** The same sets and maps in the opposite order. */
    SETS_BACKWARD("the order of Set.of and Map.of, which each JVM draws anew", "Set.of and Map.of backwards"),
    /** It is a millisecond before midnight when the test begins. */
    CLOCK_MIDNIGHT("the clock", "a clock that passes midnight"),
    /** It is a 31st of January, a month after which there is no such day. */
    CLOCK_MONTH_END("the clock", "a clock on 31 January"),
    /** It is a millisecond before a new year when the clock is first looked at. */
    CLOCK_YEAR_END("the clock", "a clock that passes the end of the year"),
    /** It is a 29th of February. */
    CLOCK_LEAP_DAY("the clock", "a clock on 29 February"),
    /** The JDK's classes are read anew, and with them the names of methods in another order. */
    UNSHARED("the order in which reflection lists members", "no shared class data"),
    /** Hash sets and maps, what reflection lists and the files of directories in another order than they have by chance. */
    SHUFFLED("the order of what has none", "hash sets, members and files in another order"),
    /** The same in a second order: two or three elements often have in one the place that they always have. */
    SHUFFLED_SECOND("the order of what has none", "hash sets, members and files in a second other order"),
    /** And in a third. */
    SHUFFLED_THIRD("the order of what has none", "hash sets, members and files in a third other order"),
    /** Tasks begin a little late, and monitors are waited for. */
    THREADS("when threads run", "threads that begin late and wait at monitors"),
    /** All cores are busy with something else. */
    LOAD("the load of the machine", "all cores busy");

    private final String subject;
    private final String text;

    ProbeVariant(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    /** Tells whether each JVM draws by itself how it is, so that as usual it is sometimes so and sometimes otherwise. */
    boolean isDrawn() {
        return this == SETS_FORWARD || this == SETS_BACKWARD;
    }

    /**
     * Tells whether this and another may undo each other: both turn round what the JVM lists in one order each time, and
     * twice turned round is as it was. What each JVM draws anew cannot be undone.
     */
    public boolean mayUndo(ProbeVariant other) {
        return (isShuffled() && other == UNSHARED) || (other.isShuffled() && this == UNSHARED);
    }

    private boolean isShuffled() {
        return this == SHUFFLED || this == SHUFFLED_SECOND || this == SHUFFLED_THIRD;
    }

    /** Returns what a test depends on that it makes a difference for. */
    public String subject() {
        return subject;
    }

    /** Returns how it is then, for people; empty if all is as usual. */
    public String text() {
        return text;
    }
}
