package io.github.surefoot.surefire.order;

import java.util.Map;

/** Has TestNG ask us for an order. Needs no TestNG: without one, nobody reads what it says. */
final class TestNgListening {
    private static final String LISTENERS = "testng.listeners";

    private TestNgListening() {}

    /** Names our listener in JUnit Platform's configuration parameters, beside those that are there. */
    static void apply(Map<String, String> parameters) {
        parameters.merge(
                LISTENERS,
                TestNgShuffle.NAME,
                (given, own) -> given.contains(own) ? given : given.isBlank() ? own : given + "," + own);
    }
}
