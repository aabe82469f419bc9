package io.github.surefoot.analysis.evidence.matching;

import static io.github.surefoot.analysis.evidence.matching.RunScript.ABSENT;
import static io.github.surefoot.analysis.evidence.matching.RunScript.FAILED;
import static io.github.surefoot.analysis.evidence.matching.RunScript.PASSED;
import static io.github.surefoot.analysis.evidence.matching.RunScript.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMatchingTest {
    private static final String JUPITER = "[engine:junit-jupiter]/";
    private static final TestId ADDS = new TestId("Contract$Adding", "adds");

    @TempDir
    Path dir;

    @Test
    void twoTestsOfOneNameAreMatchedByWhoTheyAreAndToldApartByWhatTheyAreIn() throws IOException {
        String linked = JUPITER + "[class:ListsTest]/[nested-class:Linked]/[nested-class:Adding]/[method:adds()]";
        String array = linked.replace("Linked", "Array");
        RunScript script = new RunScript(dir, 3);
        for (int round = 1; round <= 3; round++) {
            boolean first = round == 2;
            script.test(round, "ListsTest", ADDS, first ? array : linked, first ? PASSED : FAILED);
            script.test(round, "ListsTest", ADDS, first ? linked : array, first ? FAILED : PASSED);
        }

        Evidence evidence = script.read();

        assertThat(table(evidence))
                .containsExactly(
                        "Contract$Adding.adds (in Array): passed passed passed",
                        "Contract$Adding.adds (in Linked): errored errored errored");
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.tests().stream().map(test -> test.name().listedAs()))
                .containsExactly(
                        new TestId("Contract$Adding", "adds (in Array)"),
                        new TestId("Contract$Adding", "adds (in Linked)"));
    }

    @Test
    void aClassWhoseSetupFailsDoesNotLendItsPlaceToAnothersTest() throws IOException {
        TestId inner = new TestId("BaseNested$Inner", "inner");
        String first = JUPITER + "[class:p.FirstTest]/[nested-class:Inner]/[method:inner()]";
        Evidence evidence = new RunScript(dir, 3)
                .test("p.FirstTest", new TestId("p.FirstTest", ""), "", ABSENT, FAILED, ABSENT)
                .test("p.FirstTest", inner, first, PASSED, ABSENT, PASSED)
                .test("p.SecondTest", inner, first.replace("First", "Second"), FAILED, FAILED, FAILED)
                .read();

        assertThat(table(evidence))
                .containsExactly(
                        "BaseNested$Inner.inner (in FirstTest): passed not run passed",
                        "BaseNested$Inner.inner (in SecondTest): errored errored errored",
                        "FirstTest: passed errored passed");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void ofTwoRoundsInWhichTwoClassesFailInTurnNeitherIsTheOther() throws IOException {
        TestId inner = new TestId("BaseNested$Inner", "inner");
        String first = JUPITER + "[class:FirstTest]/[nested-class:Inner]/[method:inner()]";
        Evidence evidence = new RunScript(dir, 2)
                .test("FirstTest", new TestId("FirstTest", ""), "", ABSENT, FAILED)
                .test("FirstTest", inner, first, PASSED, ABSENT)
                .test("SecondTest", new TestId("SecondTest", ""), "", FAILED, ABSENT)
                .test("SecondTest", inner, first.replace("First", "Second"), ABSENT, PASSED)
                .read();

        assertThat(table(evidence))
                .contains(
                        "BaseNested$Inner.inner (in FirstTest): passed not run",
                        "BaseNested$Inner.inner (in SecondTest): not run passed");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void twoSuitesOfOneClassAreNamed() throws IOException {
        TestId works = new TestId("Common", "works");
        String inA = "[engine:junit-platform-suite]/[suite:SuiteATest]/" + JUPITER + "[class:Common]/[method:works()]";
        Evidence evidence = new RunScript(dir, 2)
                .test("SuiteATest", works, inA, PASSED, PASSED)
                .test("SuiteBTest", works, inA.replace("SuiteA", "SuiteB"), FAILED, FAILED)
                .read();

        assertThat(table(evidence))
                .containsExactly(
                        "Common.works (in SuiteATest): passed passed", "Common.works (in SuiteBTest): errored errored");
    }

    @Test
    void identifiersThatAreNewInEveryRoundAreMatchedByPlace() throws IOException {
        TestId same = new TestId("C", "same");
        Evidence evidence = new RunScript(dir, 3)
                .test(1, "C", same, JUPITER + "[class:C]/[dynamic-test:#11]", PASSED)
                .test(1, "C", same, JUPITER + "[class:C]/[dynamic-test:#12]", FAILED)
                .test(2, "C", same, JUPITER + "[class:C]/[dynamic-test:#21]", PASSED)
                .test(2, "C", same, JUPITER + "[class:C]/[dynamic-test:#22]", FAILED)
                .test(3, "C", same, JUPITER + "[class:C]/[dynamic-test:#31]", PASSED)
                .test(3, "C", same, JUPITER + "[class:C]/[dynamic-test:#32]", FAILED)
                .read();

        assertThat(table(evidence))
                .containsExactly("C.same: passed passed passed", "C.same (2): errored errored errored");
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.tests()).extracting(test -> test.name().instance()).containsExactly(1, 2);
    }

    @Test
    void anIdentifierOfOneRoundTakesThePlaceThatIsFree() throws IOException {
        TestId same = new TestId("C", "same");
        Evidence evidence = new RunScript(dir, 3)
                .test("C", same, JUPITER + "[class:C]/[method:a]", PASSED, ABSENT, PASSED)
                .test("C", same, JUPITER + "[class:C]/[method:b]", FAILED, FAILED, FAILED)
                .test("C", same, JUPITER + "[class:C]/[method:c]", ABSENT, FAILED, ABSENT)
                .read();

        assertThat(table(evidence))
                .containsExactly("C.same: passed errored passed", "C.same (2): errored errored errored");
    }

    @Test
    void aTestOfASkippedClassIsKnownByItsNameAndTheClassThatWasTakenUp() throws IOException {
        TestId inner = new TestId("BaseNested$Inner", "inner");
        String first = JUPITER + "[class:FirstTest]/[nested-class:Inner]/[method:inner()]";
        Outcome skipped = new Outcome.Skipped("not today");
        Evidence evidence = new RunScript(dir, 4)
                .test("FirstTest", inner, first, PASSED, ABSENT, PASSED, ABSENT)
                .test("FirstTest", inner, "", ABSENT, skipped, ABSENT, skipped)
                .test("SecondTest", inner, first.replace("First", "Second"), ABSENT, FAILED, ABSENT, FAILED)
                .test("SecondTest", inner, "", skipped, ABSENT, skipped, ABSENT)
                .read();

        assertThat(table(evidence))
                .containsExactly(
                        "BaseNested$Inner.inner (in FirstTest): passed skipped passed skipped",
                        "BaseNested$Inner.inner (in SecondTest): skipped errored skipped errored");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void testsWithoutIdentifiersAreMatchedByName() throws IOException {
        Evidence evidence = new RunScript(dir, 2)
                .test("C", new TestId("C", "a"), "", PASSED, FAILED)
                .test("C", new TestId("C", "b"), "", FAILED, PASSED)
                .read();

        assertThat(table(evidence)).containsExactly("C.a: passed errored", "C.b: errored passed");
    }

    @Test
    void classesOfOneSimpleNameAreShownWithTheirPackages() throws IOException {
        Evidence evidence = new RunScript(dir, 1)
                .test("a.CartTest", new TestId("a.CartTest", "adds"), "", PASSED)
                .test("b.CartTest", new TestId("b.CartTest", "adds"), "", FAILED)
                .test("b.CartTest", new TestId("b.CartTest", "empties"), "", PASSED)
                .read();

        assertThat(table(evidence))
                .containsExactly("a.CartTest.adds: passed", "b.CartTest.adds: errored", "CartTest.empties: passed");
        assertThat(evidence.tests().get(1).name().listedAs()).isEqualTo(new TestId("b.CartTest", "adds"));
    }

    @Test
    void rowsOfADataProviderThatOverlapHaveNoStableNumber() throws IOException {
        String row = "[engine:testng]/[class:RowsTest]/[method:rows(int)]/[invoc:";
        RunScript script = new RunScript(dir, 2);
        for (int round = 1; round <= 2; round++) {
            script.test(round, "RowsTest", new TestId("RowsTest", "rows(int)[0]"), row + "0]", PASSED, 10, 30)
                    .test(round, "RowsTest", new TestId("RowsTest", "rows(int)[1]"), row + "1]", FAILED, 29, 40)
                    .test(round, "RowsTest", new TestId("RowsTest", "calm(int)[0]"), other(row) + "0]", PASSED, 40, 50)
                    .test(round, "RowsTest", new TestId("RowsTest", "calm(int)[1]"), other(row) + "1]", PASSED, 50, 60)
                    .test(
                            round,
                            "RowsTest",
                            new TestId("RowsTest", "alone"),
                            "[engine:testng]/[class:X]",
                            PASSED,
                            0,
                            99);
        }

        assertThat(script.read().tests())
                .filteredOn(TestEvidence::rowsInParallel)
                .extracting(TestEvidence::shortName)
                .containsExactly("RowsTest.rows(int)[0]", "RowsTest.rows(int)[1]");
    }

    private static String other(String row) {
        return row.replace("rows(int)", "calm(int)");
    }

    @Test
    void invocationsOfJupiterMayOverlap() throws IOException {
        String row = JUPITER + "[class:C]/[test-template:rows(int)]/[test-template-invocation:#";
        Evidence evidence = new RunScript(dir, 1)
                .test(1, "C", new TestId("C", "rows(int)[1]"), row + "1]", PASSED, 10, 30)
                .test(1, "C", new TestId("C", "rows(int)[2]"), row + "2]", PASSED, 20, 40)
                .read();

        assertThat(evidence.tests()).noneMatch(TestEvidence::rowsInParallel);
    }

    @Test
    void aNestedTestOfOneOfTwoOpenClassesBelongsToTheClassItIsIn() throws IOException {
        TestId inner = new TestId("BaseNested$Inner", "inner");
        String first = JUPITER + "[class:FirstTest]/[nested-class:Inner]/[method:inner()]";
        Evidence evidence = new RunScript(dir, 2)
                .test("FirstTest", new TestId("FirstTest", ""), JUPITER + "[class:FirstTest]", ABSENT, FAILED)
                .test("FirstTest", inner, first, PASSED, ABSENT)
                .read();

        assertThat(table(evidence))
                .containsExactly("BaseNested$Inner.inner: passed not run", "FirstTest: passed errored");
        assertThat(evidence.tests().get(0).executions().get(1).outcome())
                .isEqualTo(new Outcome.NotRun("its class or template errored as a whole"));
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void placesAreThoseOfIdentifiersInWhicheverOrderTestsWereCollected() {
        TestId same = new TestId("C", "same");
        String path = JUPITER + "[class:C]/[dynamic-test:#";

        List<TestRow> rows = TestMatching.rows(
                List.of(
                        Collected.test("C", same, path + "4]", ABSENT, FAILED),
                        Collected.test("C", same, path + "2]", FAILED),
                        Collected.test("C", same, path + "3]", ABSENT, PASSED),
                        Collected.test("C", same, path + "1]", PASSED)),
                2);

        assertThat(Collected.table(rows)).containsExactly("C.same (2): errored errored", "C.same: passed passed");
    }

    @Test
    void withoutIdentifiersTwoClassesThatAreNeverMetInOneRoundAreOneTest() {
        TestId works = new TestId("Common", "works");

        List<TestRow> rows = TestMatching.rows(
                List.of(
                        Collected.test("A", works, "", PASSED, ABSENT, PASSED, ABSENT),
                        Collected.test("B", works, "", ABSENT, FAILED, ABSENT, FAILED)),
                4);

        assertThat(Collected.table(rows)).containsExactly("Common.works: passed errored passed errored");
    }

    @Test
    void aTestWithoutIdentifierThatMayBeOneOfTwoIsNeither() {
        TestId adds = new TestId("Contract", "adds");
        String array = JUPITER + "[class:ListsTest]/[nested-class:Array]/[method:adds()]";
        Outcome skipped = new Outcome.Skipped("not today");

        List<TestRow> rows = TestMatching.rows(
                List.of(
                        Collected.test("ListsTest", adds, array, PASSED, PASSED, ABSENT),
                        Collected.test("ListsTest", adds, array.replace("Array", "Linked"), FAILED, FAILED, ABSENT),
                        Collected.test("ListsTest", adds, "", ABSENT, ABSENT, skipped)),
                3);

        assertThat(Collected.table(rows))
                .extracting(line -> line.substring(line.indexOf(": ")))
                .containsExactlyInAnyOrder(
                        ": passed passed not run", ": errored errored not run", ": not run not run skipped");
    }

    @Test
    void aTestOfAClassWithinTheOtherIsNamedByIt() {
        TestId adds = new TestId("Contract", "adds");
        String outer = JUPITER + "[class:ListsTest]/[nested-class:Again]/[method:adds()]";
        String inner = outer.replace("[nested", "[nested-class:Again]/[nested");

        List<TestRow> rows = TestMatching.rows(
                List.of(
                        Collected.test("ListsTest", adds, outer, PASSED),
                        Collected.test("ListsTest", adds, inner, FAILED)),
                1);

        assertThat(Collected.table(rows)).containsExactly("Contract.adds (in Again): errored", "Contract.adds: passed");
    }

    @Test
    void allThatTellsOwnersApartIsNamedAndWithinOneOwnerTheNumber() {
        TestId same = new TestId("Contract", "same");
        String array = JUPITER + "[class:shop.ListsTest]/[nested-class:Array]/[dynamic-test:#";
        String linked = JUPITER + "[class:store.OtherTest]/[nested-class:Linked]/[dynamic-test:#";

        List<TestRow> rows = TestMatching.rows(
                List.of(
                        Collected.test("shop.ListsTest", same, array + "1]", PASSED),
                        Collected.test("shop.ListsTest", same, array + "2]", FAILED),
                        Collected.test("store.OtherTest", same, linked + "1]", PASSED)),
                1);

        assertThat(Collected.table(rows))
                .containsExactly(
                        "Contract.same (in ListsTest > Array): passed",
                        "Contract.same (in ListsTest > Array, 2): errored",
                        "Contract.same (in OtherTest > Linked): passed");
    }

    /** As Cucumber 7.31 has them on JUnit Platform 1.14. */
    @Test
    void scenariosOfOneNameAreToldApartByTheFileOfTheirFeature() {
        TestId empty = new TestId("shop.CucumberTest", "empty");
        String feature = "[engine:junit-platform-suite]/[suite:shop.CucumberTest]/[engine:cucumber]/"
                + "[feature:classpath%3Ashop%2Fcart.feature]/[scenario:2]";

        List<TestRow> rows = TestMatching.rows(
                List.of(
                        Collected.test("shop.CucumberTest", empty, feature, PASSED),
                        Collected.test("shop.CucumberTest", empty, feature.replace("cart", "order"), FAILED)),
                1);

        assertThat(Collected.table(rows))
                .containsExactly(
                        "CucumberTest.empty (in cart.feature): passed",
                        "CucumberTest.empty (in order.feature): errored");
    }

    @Test
    void oneRoundInWhichRowsOverlapIsEnough() throws IOException {
        String row = "[engine:testng]/[class:RowsTest]/[method:rows(int)]/[invoc:";
        TestId first = new TestId("RowsTest", "rows(int)[0]");
        TestId second = new TestId("RowsTest", "rows(int)[1]");
        Evidence evidence = new RunScript(dir, 2)
                .test(1, "RowsTest", first, row + "0]", PASSED, 10, 20)
                .test(1, "RowsTest", second, row + "1]", PASSED, 20, 30)
                .test(2, "RowsTest", first, row + "0]", PASSED, 30, 40)
                .test(2, "RowsTest", second, row + "1]", PASSED, 10, 31)
                .read();

        assertThat(evidence.tests()).hasSize(2).allMatch(TestEvidence::rowsInParallel);
    }

    @Test
    void rowsThatRunOneAfterTheOtherAreNotInParallelInWhicheverOrder() throws IOException {
        String row = "[engine:testng]/[class:RowsTest]/[method:rows(int)]/[invoc:";
        Evidence evidence = new RunScript(dir, 1)
                .test(1, "RowsTest", new TestId("RowsTest", "rows(int)[0]"), row + "0]", PASSED, 30, 40)
                .test(1, "RowsTest", new TestId("RowsTest", "rows(int)[1]"), row + "1]", PASSED, 10, 30)
                .read();

        assertThat(evidence.tests()).hasSize(2).noneMatch(TestEvidence::rowsInParallel);
    }
}
