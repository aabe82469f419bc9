package io.github.surefoot.analysis.evidence.matching;

import static io.github.surefoot.analysis.evidence.matching.RunScript.ABSENT;
import static io.github.surefoot.analysis.evidence.matching.RunScript.FAILED;
import static io.github.surefoot.analysis.evidence.matching.RunScript.NO_NETWORK;
import static io.github.surefoot.analysis.evidence.matching.RunScript.PASSED;
import static io.github.surefoot.analysis.evidence.matching.RunScript.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest {
    private static final String CLASS = "[engine:junit-jupiter]/[class:C]";

    @TempDir
    Path dir;

    @Test
    void aFactoryAndASourceThatFailOnceExplainWhatTheyDidNotMake() throws IOException {
        Evidence evidence = new RunScript(dir, 3)
                .test("C", id("factory"), "", FAILED, ABSENT, ABSENT)
                .test(
                        "C",
                        id("factory()[1]"),
                        CLASS + "/[test-factory:factory()]/[dynamic-test:#1]",
                        ABSENT,
                        PASSED,
                        PASSED)
                .test("C", id("with(String)"), "", FAILED, ABSENT, ABSENT)
                .test("C", id("with(String)[1]"), invocation("with(String)", 1), ABSENT, PASSED, PASSED)
                .test("C", id("with(String)[2]"), invocation("with(String)", 2), ABSENT, PASSED, PASSED)
                .read();

        assertThat(table(evidence))
                .containsExactly(
                        "C.factory: errored passed passed",
                        "C.factory()[1]: not run passed passed",
                        "C.with(String): errored passed passed",
                        "C.with(String)[1]: not run passed passed",
                        "C.with(String)[2]: not run passed passed");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aTemplateOrRepeatedTestWithoutParametersIsAContainerToo() throws IOException {
        Evidence evidence = new RunScript(dir, 3)
                .test("C", id("each"), "", FAILED, ABSENT, ABSENT)
                .test("C", id("each()[1]"), invocation("each()", 1), ABSENT, PASSED, PASSED)
                .test("C", id("repeats"), "", ABSENT, NO_NETWORK, ABSENT)
                .test("C", id("repeats()[1]"), invocation("repeats()", 1), PASSED, ABSENT, PASSED)
                .test("C", id("steady"), CLASS + "/[method:steady()]", PASSED, PASSED, PASSED)
                .read();

        assertThat(table(evidence))
                .containsExactly(
                        "C.each: errored passed passed",
                        "C.each()[1]: not run passed passed",
                        "C.repeats: passed aborted passed",
                        "C.repeats()[1]: passed aborted passed",
                        "C.steady: passed passed passed");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aDynamicContainerExplainsItsNodesByItsIdentifier() throws IOException {
        String container = CLASS + "/[test-factory:factory()]/[dynamic-container:#1]";
        Evidence evidence = new RunScript(dir, 2)
                .test("C", id("all of them"), container, ABSENT, FAILED)
                .test("C", id("one"), container + "/[dynamic-test:#1]", PASSED, ABSENT)
                .test("C", id("deeper"), container + "/[dynamic-container:#2]/[dynamic-test:#1]", PASSED, ABSENT)
                .read();

        assertThat(table(evidence))
                .containsExactly("C.all of them: passed errored", "C.deeper: passed not run", "C.one: passed not run");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aContainerExplainsNothingOfAnother() throws IOException {
        String factory = CLASS + "/[test-factory:factory()]/[dynamic-container:#1]";
        Evidence evidence = new RunScript(dir, 2)
                .test("C", id("x"), factory, ABSENT, FAILED)
                .test("C", id("x[1]"), factory.replace("#1", "#2") + "/[dynamic-test:#1]", PASSED, ABSENT)
                .test("C", id("y"), factory + "/[dynamic-test:#1]", PASSED, ABSENT)
                .read();

        assertThat(evidence.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("1 executions are missing", "C.x[1]"))
                .extracting(Finding::kind)
                .isEqualTo(Finding.Kind.TEST_ABSENT);
    }

    @Test
    void aClassTakenUpAloneDoesNotExplainTheTestsOfAnother() throws IOException {
        Evidence evidence = new RunScript(dir, 2)
                .test("A", new TestId("Shared", ""), "", ABSENT, FAILED)
                .test("A", new TestId("Shared", "a"), "", PASSED, ABSENT)
                .test("B", new TestId("Shared", "b"), "", PASSED, ABSENT)
                .read();

        assertThat(evidence.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .contains("Shared.b in round 1"));
    }

    @Test
    void aClassThatFailsAsItsEngineExplainsItsOwnTestsOnly() throws IOException {
        String engine = "[engine:testng]";
        Evidence evidence = new RunScript(dir, 2)
                .test("A", new TestId("A", ""), engine, ABSENT, FAILED)
                .test("A", new TestId("A", "a"), engine + "/[class:A]/[method:a()]", PASSED, ABSENT)
                .test("B", new TestId("B", "b"), engine + "/[class:B]/[method:b()]", PASSED, ABSENT)
                .read();

        assertThat(table(evidence)).containsExactly("A: passed errored", "A.a: passed not run", "B.b: passed not run");
        assertThat(evidence.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .contains("B.b in round 1"));
    }

    @Test
    void aTestIsNoContainerBecauseAnotherIsNumberedAfterIt() throws IOException {
        Evidence evidence = new RunScript(dir, 2)
                .test("C", id("sum"), "", PASSED, FAILED)
                .test("C", id("sum[1]"), "", PASSED, PASSED)
                .read();

        assertThat(evidence.tests()).noneMatch(test -> test.container());
    }

    @Test
    void theTwoNamesOfAClassThatFailsAreOne() throws IOException {
        TestId before = new TestId("OnceTest", "initializationError");
        TestId after = new TestId("OnceTest", "executionError");
        String works = "[engine:junit-vintage]/[runner:OnceTest]/[test:works(OnceTest)]";
        Evidence evidence = new RunScript(dir, 4)
                .test("OnceTest", new TestId("OnceTest", "works"), works, PASSED, ABSENT, ABSENT, ABSENT)
                .test("OnceTest", before, "", ABSENT, FAILED, ABSENT, FAILED)
                .test("OnceTest", after, "[engine:junit-vintage]/[runner:OnceTest]", ABSENT, ABSENT, FAILED, ABSENT)
                .read();

        assertThat(table(evidence))
                .containsExactly(
                        "OnceTest: passed errored errored errored", "OnceTest.works: passed not run not run not run");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aMethodMayBearSuchAName() throws IOException {
        Evidence evidence = new RunScript(dir, 1)
                .test("C", id("executionError"), CLASS + "/[method:executionError()]", PASSED)
                .read();

        assertThat(table(evidence)).containsExactly("C.executionError: passed");
    }

    @Test
    void aContainerIsKnownByWhatLiesDeepInItAndItsIncidentsAreThoseOfItsRounds() {
        String factory = CLASS + "/[test-factory:factory()]/[dynamic-container:#1]";
        TestRow container = row("C", id("all of them"), factory, PASSED, FAILED);
        TestRow deep = row("C", id("deep"), factory + "/[dynamic-container:#1]/[dynamic-test:#1]", PASSED, ABSENT);
        TestRow beside = row("C", id("beside"), factory.replace("#1", "#2"), PASSED, ABSENT);
        Containers containers = Containers.among(List.of(container, deep, beside));

        assertThat(containers.contains(container)).isTrue();
        assertThat(containers.contains(deep)).isFalse();
        assertThat(containers.contains(beside)).isFalse();
        assertThat(containers.incident(deep, 1)).isEmpty();
        assertThat(containers.incident(deep, 2).map(Execution::outcome)).contains(FAILED);
        assertThat(containers.incident(beside, 2)).isEmpty();
    }

    @Test
    void withoutIdentifiersEveryClassAroundATestContainsItIfTheyWereTakenUpTogether() {
        TestRow test = row("C", new TestId("C$Inner$Deep", "a"), "", ABSENT);
        TestRow ofAnother = row("D", new TestId("C$Inner$Deep", "a"), "", ABSENT);
        TestRow inherited = row("C", new TestId("Base", "b"), "", ABSENT);
        TestRow outermost = row("C", new TestId("C", ""), "", FAILED);
        Containers containers = Containers.among(List.of(test, ofAnother, inherited, outermost));

        assertThat(containers.incident(test, 1)).isPresent();
        assertThat(containers.incident(inherited, 1)).isPresent();
        assertThat(containers.incident(ofAnother, 1)).isEmpty();
    }

    @Test
    void aClassIsFoundByItsNameWhereTheIdentifierOfEitherSaysNothing() {
        TestRow ofClass = row("C", new TestId("C", ""), CLASS, FAILED);
        TestRow known = row("C", id("a"), CLASS + "/[method:a()]", PASSED);
        TestRow unknown = row("C", id("b"), "", ABSENT);
        TestRow elsewhere = row("C", id("c"), "[engine:junit-vintage]/[runner:C]/[test:c]", ABSENT);

        Containers withTests = Containers.among(List.of(ofClass, known, unknown, elsewhere));
        assertThat(withTests.incident(unknown, 1)).isPresent();
        assertThat(withTests.incident(elsewhere, 1)).isEmpty();

        Containers alone = Containers.among(List.of(ofClass, elsewhere));
        assertThat(alone.incident(elsewhere, 1)).isPresent();
    }

    @Test
    void aTemplateContainsTheInvocationsOfItsInvocations() {
        TestRow template = row("C", id("each(int)"), "", FAILED, ABSENT);
        TestRow invocation = row("C", id("each(int)[1][2]"), "", ABSENT, PASSED);
        Containers containers = Containers.among(List.of(template, invocation));

        assertThat(containers.contains(template)).isTrue();
        assertThat(containers.contains(invocation)).isFalse();
        assertThat(containers.incident(invocation, 1)).isPresent();
        assertThat(containers.incident(invocation, 2)).isEmpty();
    }

    private static TestRow row(String taken, TestId id, String uniqueId, Outcome... outcomes) {
        CollectedTest test = Collected.test(taken, id, uniqueId, outcomes);
        TestRow row = new TestRow(test, outcomes.length);
        row.putAll(test);
        return row;
    }

    private static TestId id(String name) {
        return new TestId("C", name);
    }

    private static String invocation(String template, int number) {
        return CLASS + "/[test-template:" + template + "]/[test-template-invocation:#" + number + "]";
    }
}
