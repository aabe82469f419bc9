package io.github.surefoot.analysis.xml;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Writes what CI servers read. What they show agrees with the verdict:
 *
 * <ul>
 *   <li>A test that failed in some rounds, and is let pass by the gate, is a passed test case with {@code
 *       flakyFailure} or {@code flakyError} for each failed round, as Surefire writes a test that passed when run again.
 *   <li>A test that breaks the verdict is a failed test case: {@code failure} or {@code error} for the first failed
 *       round, {@code rerunFailure} or {@code rerunError} for each further one, even if it passed in others. Were it
 *       shown as flaky, the server would call it passed.
 *   <li>What breaks the verdict and is no test, such as a dead worker or missing evidence, is a failed test case of
 *       its own in {@code TEST-Surefoot.xml}, by the name of {@code verdict}, {@code verdict 2} and so on. There is no such file if there is nothing of the kind.
 * </ul>
 */
public final class XmlReports {
    private static final String VERDICT = "Surefoot";

    private final Judgement judgement;
    private final String suffix;
    private final boolean allToBlame;
    private final Set<TestResult> blamed;

    /** Prepares the reports of a judgement, whose suite has the directory of its reports for itself. */
    public XmlReports(Judgement judgement) {
        this(judgement, "");
    }

    /**
     * Prepares the reports of a judgement.
     *
     * @param suffix what tells the files of its suite from those of other suites that may be of the same classes; empty
     *     for the first of them
     */
    public XmlReports(Judgement judgement, String suffix) {
        this.judgement = judgement;
        this.suffix = suffix;
        List<Reason> reasons = judgement.verdict().reasons();
        // A gate on the run or on all executions names no test: all that failed have their share.
        this.allToBlame = reasons.stream()
                .anyMatch(
                        r -> r.kind() == Reason.Kind.BELOW_THRESHOLD && r.test().isEmpty());
        this.blamed = reasons.stream().flatMap(r -> r.test().stream()).collect(Collectors.toSet());
    }

    /**
     * Writes all files, over those of the same classes that are there.
     *
     * @throws IOException if one of them cannot be written
     */
    public void write(Path directory) throws IOException {
        writeTests(directory);
        List<TestCaseElement> others = others();
        Path verdict = verdict(directory);
        if (others.isEmpty()) {
            Files.deleteIfExists(verdict);
        } else {
            write(verdict, new TestSuiteElement(VERDICT + suffix, others));
        }
    }

    private Path verdict(Path directory) {
        return directory.resolve(FileNames.of(VERDICT + suffix));
    }

    /**
     * Writes the files of all classes, and none of what is no test: those of a part of a run, which has no verdict.
     *
     * @throws IOException if one of them cannot be written
     */
    public void writeTests(Path directory) throws IOException {
        write(directory, suffix, (file, tests) -> true);
    }

    /**
     * Writes the files of those classes that several workers have run in one round, as of a class that two suites select,
     * over those of Surefire: each worker's has the place of the one before, and only one of them is left. What Surefire
     * has told in another file, as a nested class in that of the class around it, has none of its own and is not lost.
     * What an earlier run had to say beside its tests is removed: it is not true of this one.
     *
     * @throws IOException if one of them cannot be written
     */
    public void writeWhatSeveralWorkersRan(Path directory) throws IOException {
        Files.deleteIfExists(verdict(directory));
        write(directory, "", (file, tests) -> Files.exists(file) && isOfSeveralWorkers(tests));
    }

    private static boolean isOfSeveralWorkers(List<TestResult> tests) {
        return tests.stream()
                        .flatMap(test -> test.evidence().executions().stream())
                        .map(Execution::worker)
                        .filter(worker -> !worker.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    private void write(Path directory, String ofClasses, BiPredicate<Path, List<TestResult>> wanted)
            throws IOException {
        Files.createDirectories(directory);
        Map<String, List<TestResult>> classes = judgement.verdict().tests().stream()
                .collect(Collectors.groupingBy(
                        test -> test.evidence().id().className(), TreeMap::new, Collectors.toList()));
        Set<String> names = new HashSet<>();
        FileNames.unused(VERDICT + suffix, names);
        for (Map.Entry<String, List<TestResult>> entry : classes.entrySet()) {
            List<TestCaseElement> cases = cases(entry.getValue());
            if (cases.isEmpty()) {
                continue;
            }
            Path file = directory.resolve(FileNames.unused(entry.getKey() + ofClasses, names));
            if (wanted.test(file, entry.getValue())) {
                write(file, new TestSuiteElement(entry.getKey(), cases));
            }
        }
    }

    private List<TestCaseElement> cases(List<TestResult> tests) {
        return tests.stream()
                .filter(test -> !isQuiet(test) || tests.size() == 1)
                .map(test -> excused(
                        test,
                        TestCaseElement.of(
                                test, isToBlame(test), judgement.verdict().plannedRounds())))
                .toList();
    }

    /** A test that may fail, and did, is neither failed nor passed: readers of this schema know one more word. */
    private TestCaseElement excused(TestResult test, TestCaseElement element) {
        return judgement
                .verdict()
                .excuse(test)
                .filter(ruling -> test.tally().failed() > 0)
                .map(ruling ->
                        element.skipped("Exception until " + ruling.exception().until() + ": " + test.shortName() + " "
                                + test.score() + ". " + ruling.exception().reason()))
                .orElse(element);
    }

    /** A class as a whole that was merely skipped is told by its tests, if it has any. */
    private static boolean isQuiet(TestResult test) {
        return test.evidence().container() && test.tally().failed() == 0;
    }

    private boolean isToBlame(TestResult test) {
        return blamed.contains(test) || (allToBlame && test.tally().failed() > 0);
    }

    private List<TestCaseElement> others() {
        Verdict verdict = judgement.verdict();
        List<TestCaseElement> others = new ArrayList<>();
        for (Reason reason : verdict.reasons()) {
            if (reason.test().isEmpty()) {
                others.add(TestCaseElement.verdict(
                        VERDICT + suffix, others.size() + 1, verdict.state().word(), reason.text()));
            }
        }
        return others;
    }

    private static void write(Path file, TestSuiteElement suite) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            suite.write(new XmlWriter(out));
        }
    }
}
