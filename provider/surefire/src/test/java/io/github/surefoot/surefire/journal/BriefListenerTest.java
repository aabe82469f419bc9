package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.surefire.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.junit.jupiter.api.Test;

class BriefListenerTest {
    private static final String CART = "shop.CartTest";
    private static final String TILL = "shop.TillTest";

    private final List<String> told = new ArrayList<>();

    @SuppressWarnings("rawtypes") // A class literal knows no type arguments.
    private final Recorded<TestReportListener> surefire =
            new Recorded<>(TestReportListener.class, (proxy, method, arguments) -> {
                if (arguments != null && arguments.length > 0 && arguments[0] instanceof ReportEntry entry) {
                    told.add(method.getName() + " " + name(entry));
                }
                return null;
            });

    @SuppressWarnings("unchecked")
    private final TestReportListener<TestOutputReportEntry> brief = BriefListener.before(surefire.proxy());

    private static String name(ReportEntry entry) {
        return entry.getName() == null ? entry.getSourceName() : entry.getName();
    }

    @SuppressWarnings("NullAway") // Surefire's entries may lack anything, and say so nowhere.
    private static SimpleReportEntry test(String className, String name, long run) {
        return new SimpleReportEntry(RunMode.NORMAL_RUN, run, className, null, name, null, null, null, null, Map.of());
    }

    private static TestSetReportEntry set(String className) {
        return Reports.of(className, null);
    }

    private void passes(String className, String name) {
        brief.testStarting(test(className, name, 1));
        brief.testSucceeded(test(className, name, 1));
    }

    /** A whole class, of which Surefire is told since it is the first. */
    private void first() {
        brief.testSetStarting(set("shop.FirstTest"));
        passes("shop.FirstTest", "first");
        brief.testSetCompleted(set("shop.FirstTest"));
        assertThat(told)
                .containsExactly(
                        "testSetStarting shop.FirstTest",
                        "testStarting first",
                        "testSucceeded first",
                        "testSetCompleted shop.FirstTest");
        told.clear();
    }

    @Test
    void surefireIsToldOfTheFirstClassAndOfNoOtherThatPasses() {
        first();
        brief.testSetStarting(set(CART));
        passes(CART, "adds");
        brief.testSkipped(test(CART, "skipped", 2));
        brief.testStarting(test(CART, "assumes", 3));
        brief.testAssumptionFailure(test(CART, "assumes", 3));
        brief.testSetCompleted(set(CART));
        assertThat(told).isEmpty();
    }

    @Test
    void ofAClassThatFailsSurefireIsToldWhatFailsAndAllFromThere() {
        first();
        brief.testSetStarting(set(CART));
        passes(CART, "adds");
        brief.testStarting(test(CART, "fails", 2));
        brief.testFailed(test(CART, "fails", 2));
        passes(CART, "adds again");
        brief.testStarting(test(CART, "breaks", 3));
        brief.testError(test(CART, "breaks", 3));
        brief.testSetCompleted(set(CART));
        brief.testSetStarting(set(CART));
        brief.testSetCompleted(set(CART));
        assertThat(told)
                .containsExactly(
                        "testSetStarting shop.CartTest",
                        "testStarting fails",
                        "testFailed fails",
                        "testStarting adds again",
                        "testSucceeded adds again",
                        "testStarting breaks",
                        "testError breaks",
                        "testSetCompleted shop.CartTest",
                        "testSetStarting shop.CartTest",
                        "testSetCompleted shop.CartTest");
    }

    /** Jupiter runs classes at once, if asked to. */
    @Test
    void whatStartedUntoldEndsUntold() {
        first();
        brief.testSetStarting(set(CART));
        brief.testSetStarting(set(TILL));
        brief.testStarting(test(CART, "slow", 1));
        brief.testStarting(test(TILL, "slow", 2));
        brief.testStarting(test(CART, "fails", 3));
        brief.testFailed(test(CART, "fails", 3));
        brief.testSucceeded(test(CART, "slow", 1));
        brief.testSucceeded(test(TILL, "slow", 2));
        brief.testSetCompleted(set(TILL));
        brief.testSetCompleted(set(CART));
        assertThat(told)
                .containsExactly(
                        "testSetStarting shop.CartTest",
                        "testStarting fails",
                        "testFailed fails",
                        "testSetCompleted shop.CartTest");
    }

    @Test
    void twoRunsOfOneNameAreKeptApart() {
        first();
        brief.testStarting(test(CART, "row", 1));
        brief.testStarting(test(CART, "row", 2));
        brief.testFailed(test(CART, "row", 1));
        brief.testSucceeded(test(CART, "row", 2));
        assertThat(told).containsExactly("testStarting row", "testFailed row");
    }

    @Test
    void aTestToldUnderAnotherNameThanItsSetIsOfTheSetThatIsOpen() {
        first();
        brief.testSetStarting(set("shop.AllTests"));
        brief.testFailed(test(CART, "fails", 1));
        brief.testSetCompleted(set("shop.AllTests"));
        assertThat(told)
                .containsExactly("testSetStarting shop.AllTests", "testFailed fails", "testSetCompleted shop.AllTests");
    }

    @Test
    void whatIsNoEventOfATestIsPassedOn() {
        brief.warning("a word");
        brief.testExecutionSkippedByUser();
        assertThat(surefire.methods()).containsExactly("warning", "testExecutionSkippedByUser");
    }

    @Test
    void aWorkerThatOnlySkipsHasTestsToo() {
        brief.testSetStarting(set(CART));
        brief.testSkipped(test(CART, "skipped", 1));
        brief.testSetCompleted(set(CART));
        assertThat(told)
                .containsExactly(
                        "testSetStarting shop.CartTest", "testSkipped skipped", "testSetCompleted shop.CartTest");
    }
}
