package io.github.surefoot.bench.builds;

import java.util.ArrayList;
import java.util.List;

/** What is asked of the ways to run a suite. */
final class Bars {
    private static final int ROUNDS = 5;

    /** Its tests are work for the JVM's compiler, which compiles renewed classes anew. */
    private static final String WORK_FOR_THE_COMPILER = "commons-csv";

    private Bars() {}

    /**
     * Returns the bars for one suite. Those on the loop are for five rounds only.
     *
     * @param rounds how many rounds repeat the suite
     */
    static List<Bar> ofWays(String suite, int rounds) {
        List<Bar> bars = new ArrayList<>(List.of(
                Bar.ratio(Measure.TIME, Way.ONCE.label(), Way.PLAIN.label(), 1.0),
                Bar.ratio(Measure.CPU, Way.ONCE.label(), Way.PLAIN.label(), 1.0),
                Bar.ratio(Measure.MEMORY, Way.ONCE.label(), Way.PLAIN.label(), 1.03)));
        if (rounds == ROUNDS) {
            bars.addAll(onTheLoop(suite.equals(WORK_FOR_THE_COMPILER)));
        }
        if (suite.equals(Suites.MINUTE)) {
            bars.add(Bar.share(Way.FRESH.label(), 0.8));
            bars.add(Bar.share(Way.WARM.label(), 0.9));
        }
        return bars;
    }

    private static List<Bar> onTheLoop(boolean workForTheCompiler) {
        return List.of(
                onTheLoop(Measure.TIME, Way.FRESH, 0.6),
                onTheLoop(Measure.TIME, Way.RENEWED, workForTheCompiler ? 0.65 : 0.4),
                onTheLoop(Measure.CPU, Way.RENEWED, workForTheCompiler ? 0.6 : 0.35),
                onTheLoop(Measure.TIME, Way.WARM, 0.3),
                onTheLoop(Measure.CPU, Way.WARM, 0.3),
                onTheLoop(Measure.TIME, Way.PROOF, 2.5),
                onTheLoop(Measure.CPU, Way.PROOF, 2.5));
    }

    private static Bar onTheLoop(Measure measure, Way way, double limit) {
        return Bar.ratio(measure, way.label(), Way.LOOP.label(), limit);
    }
}
