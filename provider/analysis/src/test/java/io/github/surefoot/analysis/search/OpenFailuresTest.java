package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.core.order.OrderKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which trials are shown, of several that were looked at. */
class OpenFailuresTest {
    private static final List<ProbeUnit> CLASSES = List.of(
            ProbeUnit.ofClass("it.ATest"),
            ProbeUnit.ofClass("it.BTest"),
            ProbeUnit.ofClass("it.CTest"),
            ProbeUnit.ofClass("it.DTest"));
    private static final Trial USUAL = Trial.plain(Way.USUAL, "in the usual order", CLASSES);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OpenFailures open = new OpenFailures(USUAL);

    private static Trial order(int number) {
        return new Trial(Way.SHUFFLED, "", CLASSES, OrderKind.RANDOM, 1, number, Noise.NONE);
    }

    private static List<TrialEnd> failed(String... names) {
        return ends(Ending.Result.FAILED, names);
    }

    private static List<TrialEnd> passed(String... names) {
        return ends(Ending.Result.PASSED, names);
    }

    private static List<TrialEnd> ends(Ending.Result result, String... names) {
        List<TrialEnd> ends = new ArrayList<>();
        for (String name : names) {
            ends.add(new TrialEnd(
                    CLASSES.indexOf(ProbeUnit.ofClass("it." + name)),
                    SimulatedTrials.test(name),
                    result,
                    "",
                    "",
                    Duration.ZERO));
        }
        return ends;
    }

    private OpenFailures.Showing next() {
        return open.next().orElseThrow();
    }

    @Test
    void theTrialWithMostComesFirstAndTheNextHasTheRest() {
        open.add(order(1), failed("ATest", "DTest"), List.of(), SECOND);
        open.add(order(2), failed("BTest", "CTest", "DTest"), List.of(), SECOND);
        open.add(order(3), failed("CTest"), List.of(), SECOND);

        assertThat(next()).isEqualTo(new OpenFailures.Showing(order(2), failed("BTest", "CTest", "DTest"), 3));
        assertThat(next()).isEqualTo(new OpenFailures.Showing(order(1), failed("ATest"), 0));
        assertThat(open.next()).isEmpty();
        assertThat(open.isEmpty()).isTrue();
    }

    @Test
    void aShortTrialIsWorthMoreThanALongOneOfTheSame() {
        open.add(order(1), failed("DTest"), List.of(), SECOND.multipliedBy(9));
        Trial alone = Trial.plain(Way.CLASS, "", List.of(ProbeUnit.ofClass("it.DTest")));
        List<TrialEnd> end =
                List.of(new TrialEnd(0, SimulatedTrials.test("DTest"), Ending.Result.FAILED, "", "", Duration.ZERO));
        open.add(alone, end, List.of(), Duration.ofMillis(50));

        assertThat(next()).isEqualTo(new OpenFailures.Showing(alone, end, 0));
    }

    @Test
    void whatFailedInTheUsualOrderIsShownByThatAndAfterOthers() {
        open.add(USUAL, failed("ATest", "BTest", "CTest"), List.of(), SECOND);

        assertThat(open.add(order(1), failed("ATest", "DTest"), List.of(), SECOND))
                .as("that had not failed before")
                .isEqualTo(1);
        assertThat(next()).isEqualTo(new OpenFailures.Showing(order(1), failed("DTest"), 3));
        assertThat(next()).isEqualTo(new OpenFailures.Showing(USUAL, failed("ATest", "BTest", "CTest"), 2));
    }

    @Test
    void anOrderIsWorthMoreInWhichOthersPassThatFailInTheUsualOne() {
        open.add(USUAL, failed("ATest", "BTest"), List.of(), SECOND);
        open.add(order(1), failed("CTest"), passed("DTest"), SECOND);
        open.add(order(2), failed("CTest"), passed("ATest", "BTest", "DTest"), SECOND);

        assertThat(next()).isEqualTo(new OpenFailures.Showing(order(2), failed("CTest"), 2));
    }

    @Test
    void whatIsNotShownYetMayBeTheCounterCaseOfMost() {
        ProbeUnit test = SimulatedTrials.test("BTest");
        Set<ProbeUnit> all = Set.of(SimulatedTrials.test("ATest"), test, SimulatedTrials.test("CTest"));
        assertThat(open.hasOrders()).isFalse();
        open.add(USUAL, failed("ATest", "BTest", "CTest"), List.of(), SECOND);
        assertThat(open.hasOrders()).isFalse();
        open.add(order(1), failed(), passed("BTest"), SECOND);
        open.add(order(2), failed(), passed("BTest", "CTest"), SECOND);
        open.add(order(3), failed(), passed("ATest"), SECOND);

        assertThat(next().trial()).isEqualTo(USUAL);
        assertThat(open.hasOrders()).isTrue();
        assertThat(open.passed(test, all)).contains(new OpenFailures.Passed(order(2).upTo(2), 1));
        assertThat(open.passed(SimulatedTrials.test("DTest"), all)).isEmpty();
    }

    @Test
    void whatIsKnownIsNotShownAndWhatFailsAgainIsByAllThatItFailedIn() {
        open.add(order(1), failed("ATest"), List.of(), SECOND);
        open.add(order(2), failed("ATest", "BTest"), List.of(), SECOND);
        assertThat(next().trial()).isEqualTo(order(2));
        open.forget(SimulatedTrials.test("BTest"));
        assertThat(open.next()).isEmpty();

        assertThat(open.add(order(3), failed("ATest"), List.of(), SECOND)).isZero();
        assertThat(next().trial()).isEqualTo(order(1));
    }

    @Test
    void whatItCostsIsOfThoseThatWouldBeShown() {
        assertThat(open.costs()).isZero();
        open.add(order(1), failed("ATest", "BTest"), List.of(), SECOND);
        open.add(order(2), failed("BTest"), List.of(), SECOND);

        assertThat(open.costs()).as("a new JVM, and half of the suite").isEqualTo(Duration.ofMillis(1500));
        open.forget(SimulatedTrials.test("ATest"));
        open.forget(SimulatedTrials.test("BTest"));
        open.cold(Duration.ofSeconds(3));
        open.add(order(3), failed("ATest", "BTest"), List.of(), SECOND);

        assertThat(open.costs()).as("whatever it took in a JVM that was warm").isEqualTo(Duration.ofSeconds(2));
    }
}
