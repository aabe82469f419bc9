package io.github.surefoot.analysis.time;

/** What the time of a worker's slot is spent on, in the order in which it comes. */
public enum Spending {
    /** Before the slot's first worker: Maven looks for tests and starts Surefire, which starts the worker. */
    MAVEN("maven", "Maven, the search for tests, and the start of the first workers"),
    /** Between two workers of a slot: the end of one JVM, and the start of the next. */
    STARTING("starting", "starting further workers"),
    /** From a worker's first sign of life to its first class: its resources, and JUnit's launcher. */
    OPENING("opening", "opening resources and JUnit"),
    /** From a class to its first test: discovery, class loading, and what the class sets up once. */
    LOADING("loading", "discovering and loading classes, and setting them up"),
    /** Tests, with what is set up for each. */
    TESTS("tests", "tests"),
    /** The rest of a class: between its tests, and what it tears down once. */
    AROUND("around", "between tests, and tearing classes down"),
    /** Between two classes of a worker: it waits for one that another worker runs, or for a round to be opened. */
    WAITING("waiting", "waiting for a class that another worker ran"),
    /** Integration tests have what they need anew for each round, and no worker has a test meanwhile. */
    FIXTURE("fixture", "renewing what integration tests need"),
    /** From a worker's last class to its end: closing its resources. */
    CLOSING("closing", "closing resources"),
    /** After the slot's last worker, while others are still at work. */
    TAIL("tail", "idle while the last worker finished");

    private final String word;
    private final String explanation;

    Spending(String word, String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    /** Returns the word for it in {@code verdict.json}. */
    public String word() {
        return word;
    }

    /** Returns what it is, for people. */
    public String explanation() {
        return explanation;
    }
}
