package io.github.surefoot.maven.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What failed or did not run, and as little else as possible. */
class UnsettledTest {
    private static final Outcome FAILED = new Outcome.Failed(new Failure("E", "", ""));
    private static final Outcome PASSED = new Outcome.Passed();
    private static final Outcome NOT_RUN = new Outcome.NotRun("no worker was done with it");

    private static TestEvidence test(String className, String name, Outcome... outcomes) {
        List<Execution> executions = java.util.stream.IntStream.range(0, outcomes.length)
                .mapToObj(i -> new Execution(i + 1, "r1w1", outcomes[i], 0, 1))
                .toList();
        return new TestEvidence(new TestId(className, name), 1, List.of(), name.isEmpty(), executions);
    }

    private static Unsettled of(Set<String> planned, Set<String> finished, TestEvidence... tests) {
        RoundEvidence round = new RoundEvidence(1, true, 1, List.of(), planned, finished, 0, 0);
        return Unsettled.in(
                new Evidence(
                        RunFacts.unknown("run", 1),
                        List.of(round),
                        List.of(tests),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                new Unsettled.TestClasses() {
                    @Override
                    public boolean declares(String className, String method) {
                        return !method.equals("dynamic");
                    }

                    @Override
                    public boolean hasInner(String className) {
                        return className.equals("a.Outer");
                    }
                });
    }

    @Test
    void methodsThatFailedAreChosenByName() {
        Unsettled unsettled = of(
                Set.of("a.A", "a.B"),
                Set.of("a.A", "a.B"),
                test("a.A", "adds()", FAILED),
                test("a.A", "sums(int)[2]", PASSED, FAILED),
                test("a.A", "sums(int)[3]", PASSED, NOT_RUN),
                test("a.A", "passes", PASSED, PASSED),
                test("a.A", "skipped", new Outcome.Skipped("")),
                test("a.B", "passes", PASSED));

        assertThat(unsettled.filter()).isEqualTo("a.A#adds+sums");
        assertThat(unsettled.text()).isEqualTo("2 methods of 1 class");
    }

    @Test
    void testsOfNestedClassesAreChosenByName() {
        TestEvidence nested = new TestEvidence(
                new TestName(new TestId("a.Outer$In", "adds"), 1),
                List.of(),
                false,
                false,
                List.of(new Execution(1, "r1w1", FAILED, 0, 1)),
                "a.Outer",
                List.of());

        assertThat(of(Set.of(), Set.of(), nested, test("a.B", "adds", FAILED)).filter())
                .isEqualTo("a.B#adds,a.Outer$In#adds");
    }

    @Test
    void whatNoMethodNamesIsTheWholeClass() {
        assertThat(of(
                                Set.of(),
                                Set.of(),
                                test("a.A", "", FAILED),
                                test("a.A", "adds", FAILED),
                                test("a.B", "dynamic", FAILED),
                                test("a.C", "adds two numbers", FAILED),
                                test("a.D", "adds", FAILED))
                        .filter())
                .isEqualTo("a.A,a.B,a.C,a.D#adds");
    }

    /** Beside a method, Surefire would leave out what is nested in a class. */
    @Test
    void besideAWholeClassWithOthersInItAllAreWhole() {
        Unsettled unsettled = of(Set.of(), Set.of(), test("a.Outer", "", FAILED), test("a.D", "adds", FAILED));

        assertThat(unsettled.filter()).isEqualTo("a.D,a.Outer");
        assertThat(unsettled.text()).isEqualTo("2 whole classes");
    }

    @Test
    void classesThatNoWorkerWasDoneWithAreChosen() {
        Unsettled unsettled = of(Set.of("a.A", "a.B"), Set.of("a.B"), test("a.B", "adds", FAILED));

        assertThat(unsettled.filter()).isEqualTo("a.A,a.B#adds");
        assertThat(unsettled.text()).isEqualTo("1 method of 1 class and 1 whole class");
    }

    @Test
    void whereAllPassedThereIsNothing() {
        assertThat(of(Set.of("a.A"), Set.of("a.A"), test("a.A", "adds", PASSED)).isEmpty())
                .isTrue();
    }

    @Test
    void methodsAreThoseThatAClassDeclares() throws Exception {
        Path classes = Path.of(UnsettledTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        CompiledClasses methods = new CompiledClasses(classes);

        assertThat(methods.declares(UnsettledTest.class.getName(), "methodsAreThoseThatAClassDeclares"))
                .isTrue();
        assertThat(methods.declares(UnsettledTest.class.getName(), "hashCode")).isFalse();
        assertThat(methods.declares("a.Gone", "adds")).isFalse();
        assertThat(methods.hasInner(UnsettledTest.class.getName())).isTrue();
        assertThat(methods.hasInner(UnsettledTest.class.getName() + "$1")).isFalse();
        assertThat(methods.hasInner("a.Gone")).isFalse();
    }
}
