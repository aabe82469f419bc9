package io.github.surefoot.analysis.history;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.history.HistoryRun.Databases;
import io.github.surefoot.analysis.history.HistoryRun.Environment;
import io.github.surefoot.analysis.history.HistoryRun.Micros;
import io.github.surefoot.analysis.history.HistoryRun.Pace;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import java.util.Map;
import java.util.Optional;

/** Makes of a judgement what the history remembers of it. */
public final class HistoryRuns {
    private static final String DATABASE = "database";

    private HistoryRuns() {}

    /** Returns the run; its environment is what the run's journal says under {@code java}, {@code os}, {@code cores}, {@code commit}. */
    public static HistoryRun of(Judgement judgement) {
        Evidence evidence = judgement.evidence();
        Verdict verdict = judgement.verdict();
        RunFacts run = evidence.run();
        return new HistoryRun(
                run.run(),
                run.module(),
                run.startedAt(),
                evidence.rounds().stream().mapToLong(RoundEvidence::millis).sum(),
                verdict.state().word(),
                verdict.settings().gate().word(),
                verdict.settings().threshold().toPlainString(),
                verdict.plannedRounds(),
                verdict.completedRounds(),
                (int) verdict.rates().run().passed(),
                databases(evidence),
                new Environment(about(run, "java"), about(run, "os"), run.workers(), about(run, "commit")),
                verdict.tests().stream().map(HistoryRuns::test).toList(),
                classMillis(evidence),
                pace(evidence));
    }

    /** Returns how fast one machine was: of several, or of a part, nothing follows for the next run. */
    private static Pace pace(Evidence evidence) {
        RunFacts run = evidence.run();
        String cores = about(run, RunFacts.CORES);
        String kind = run.kind().map(WorkerKind::word).orElse("");
        if (run.isMerged() || !run.shards().isEmpty() || run.startedAt() == 0 || !cores.matches("\\d{1,5}")) {
            return new Pace(kind, 0, 0);
        }
        long end = evidence.rounds().stream()
                .mapToLong(round -> round.startedAt() + round.millis())
                .max()
                .orElse(0);
        return new Pace(kind, Integer.parseInt(cores), Math.max(0, end - run.startedAt()));
    }

    /** Returns what a round of each class takes. */
    private static Map<String, Long> classMillis(Evidence evidence) {
        return new ClassCosts(evidence).millis();
    }

    private static String about(RunFacts run, String fact) {
        return run.about().getOrDefault(fact, "");
    }

    private static Databases databases(Evidence evidence) {
        Optional<ResourceFacts> created = evidence.resource(DATABASE, "created");
        return new Databases(
                created.map(ResourceFacts::count).orElse(0L),
                evidence.leaks().size(),
                micros(created),
                micros(evidence.resource(DATABASE, "disposed")));
    }

    private static Micros micros(Optional<ResourceFacts> facts) {
        return facts.map(ResourceFacts::micros)
                .map(timing -> new Micros(timing.p50(), timing.p99(), timing.max()))
                .orElse(Micros.NONE);
    }

    private static HistoryTest test(TestResult test) {
        TestId id = test.evidence().name().listedAs();
        long[] millis = test.evidence().executions().stream()
                .filter(execution -> execution.outcome().counts())
                .mapToLong(Execution::millis)
                .sorted()
                .toArray();
        return new HistoryTest(
                id.className(),
                id.name(),
                (int) test.tally().passed(),
                (int) test.tally().failed(),
                test.skipped(),
                test.status().word(),
                millis.length == 0 ? 0 : millis[(millis.length - 1) / 2],
                millis.length == 0 ? 0 : millis[millis.length - 1]);
    }
}
