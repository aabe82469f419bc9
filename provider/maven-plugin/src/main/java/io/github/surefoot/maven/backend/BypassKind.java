package io.github.surefoot.maven.backend;

import java.util.Optional;
import java.util.stream.Stream;

/** A way past the one database that a worker holds, why it matters, and the mend. */
enum BypassKind {
    /** A connection by URL: DriverManager, and whatever takes a URL and asks DriverManager itself. */
    DRIVER_MANAGER(
            "drivermanager",
            "its URL alone decides which database it reaches",
            "Take a DataSource as a parameter and let tests pass the worker's"),
    /** The driver's own classes. */
    DRIVER(
            "drivers",
            "it goes to the driver directly, where no worker sees or closes the connection",
            "Take a DataSource as a parameter and let tests pass the worker's"),
    /** A pool of connections. */
    POOL(
            "pools",
            "a pool keeps connections open after the test, so the database can be neither reset nor disposed of",
            "Let tests use the worker's unpooled DataSource"),
    /** A database that lives in the JVM, or is started by it, beside the worker's. */
    EMBEDDED(
            "embedded",
            "a second database has rows of its own, and a dialect that production does not speak",
            "Let tests use the worker's database"),
    /** Nothing that Surefoot minds, but the project has banned it by its name. */
    NAMED("named", "the project has banned it by name", "Use what has replaced it");

    private final String word;
    private final String why;
    private final String mend;

    BypassKind(String word, String why, String mend) {
        this.word = word;
        this.why = why;
        this.mend = mend;
    }

    /** Returns the word for this kind in settings, messages and files. */
    String word() {
        return word;
    }

    /** Returns why it matters, as a part of a sentence. */
    String why() {
        return why;
    }

    /** Returns what to do about it, without a full stop. */
    String mend() {
        return mend;
    }

    /** Returns the kinds that can be banned as a whole. */
    static Stream<BypassKind> bannable() {
        return Stream.of(values()).filter(kind -> kind != NAMED);
    }

    /** Returns the kind that a word of the settings means. */
    static Optional<BypassKind> of(String word) {
        return bannable().filter(kind -> kind.word.equals(word)).findFirst();
    }
}
