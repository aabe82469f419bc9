package io.github.surefoot.analysis.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.cause.Contrast;
import io.github.surefoot.analysis.cause.FailureGroup;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.analysis.gate.LowerBound;
import io.github.surefoot.analysis.gate.Percent;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.history.Change;
import io.github.surefoot.analysis.history.PastRun;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.history.TestPast;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.TestId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes the data the script works on. Keys are one letter where there is one object per test, for size. */
final class PageData {
    private static final int MOST_BUILDS = 50;

    private final Judgement judgement;
    private final Remembered remembered;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final FailureTexts failures = new FailureTexts();
    private final PrintedTexts printed;
    private final SourceRoots roots;
    private final Map<TestId, Change> changes = new HashMap<>();
    private final Map<TestId, TestPast> pasts = new HashMap<>();
    private final List<FailureGroup> groups;
    private final Map<TestName, Integer> groupOf = new HashMap<>();

    PageData(Judgement judgement, Remembered remembered, SourceRoots roots) {
        this.roots = roots;
        this.printed = new PrintedTexts(judgement.evidence().workers());
        this.judgement = judgement;
        this.remembered = remembered;
        groups = judgement.verdict().groups().stream()
                .filter(group -> group.others() > 0 || !group.contrasts().isEmpty())
                .toList();
        for (int i = 0; i < groups.size(); i++) {
            for (TestEvidence test : groups.get(i).tests()) {
                groupOf.put(test.name(), i);
            }
        }
        remembered.changes().forEach(c -> changes.put(new TestId(c.className(), c.name()), c));
        remembered.tests().forEach(t -> pasts.put(new TestId(t.className(), t.name()), t));
    }

    /** Returns the data as JSON that may stand in a script element. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out =
                new JsonFactory().setCharacterEscapes(new ScriptSafe()).createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("rounds", judgement.evidence().rounds().size());
            out.writeNumberField("threshold", judgement.verdict().settings().threshold());
            tests(out);
            groups(out);
            workers(out);
            failures(out);
            printed(out);
            out.writeArrayFieldStart("classes");
            for (String name : classes.keySet()) {
                out.writeString(name);
            }
            out.writeEndArray();
            builds(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private int number(String className) {
        return classes.computeIfAbsent(className, name -> classes.size());
    }

    private void tests(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("tests");
        for (TestResult test : judgement.verdict().tests()) {
            test(out, test);
        }
        out.writeEndArray();
    }

    private void test(JsonGenerator out, TestResult test) throws IOException {
        TestId id = test.evidence().name().listedAs();
        List<Execution> executions = test.evidence().executions();
        LongSummaryStatistics millis = executions.stream()
                .filter(e -> e.outcome().counts())
                .mapToLong(Execution::millis)
                .summaryStatistics();
        out.writeStartObject();
        out.writeNumberField("c", number(id.className()));
        out.writeStringField("n", id.name());
        out.writeStringField("g", test.category());
        out.writeStringField("s", test.status().word());
        out.writeStringField("o", OutcomeLetters.of(executions));
        out.writeNumberField("p", test.tally().passed());
        out.writeNumberField("t", test.tally().counted());
        out.writeNumberField("a", Math.round(millis.getAverage()));
        out.writeNumberField("m", Math.max(0, millis.getMax()));
        cause(out, test);
        // A bound, too, is of executions that are alike.
        if (!test.roundsDiffer() && test.tally().counted() > 0 && test.status() != TestStatus.BROKEN) {
            out.writeStringField("l", Percent.rate(LowerBound.of(test.proof(), LowerBound.USUAL_CONFIDENCE)));
        }
        past(out, id);
        if (TestLinks.isOfInterest(test)) {
            executions(out, executions, id.className());
        }
        out.writeEndObject();
    }

    private void cause(JsonGenerator out, TestResult test) throws IOException {
        if (test.cause().isPresent()) {
            Cause cause = test.cause().get();
            out.writeStringField("y", cause.sentence());
            // What counts merely suggest stands in the sentence only.
            if (cause.confirmed() || cause.roundsDiffer()) {
                out.writeStringField("k", cause.kind().word());
            }
        }
        if (test.cause().isPresent()) {
            diagnosed(out, test.cause().get());
        }
        if (test.roundsDiffer()) {
            out.writeBooleanField("r", true);
        }
        Integer group = groupOf.get(test.evidence().name());
        if (group != null) {
            out.writeNumberField("x", group);
        }
    }

    /** Writes what probes have shown: what was left behind, and the shortest runs that fail and pass. */
    private static void diagnosed(JsonGenerator out, Cause cause) throws IOException {
        Optional<Cause.Probes> failing = cause.shortestFailing();
        Optional<Cause.Probes> passing = cause.shortestPassing();
        if (failing.isEmpty() && passing.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("d");
        texts(out, "state", cause.state());
        if (failing.isPresent()) {
            shortest(out, "fails", failing.get());
        }
        if (passing.isPresent()) {
            shortest(out, "passes", passing.get());
        }
        out.writeEndObject();
    }

    private static void shortest(JsonGenerator out, String name, Cause.Probes probes) throws IOException {
        out.writeObjectFieldStart(name);
        texts(out, "before", probes.before());
        out.writeNumberField("more", probes.more());
        out.writeStringField("counts", probes.counts());
        out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    /** Writes the groups that have something to tell. */
    private void groups(JsonGenerator out) throws IOException {
        Map<TestName, Integer> numbers = new HashMap<>();
        for (TestResult test : judgement.verdict().tests()) {
            numbers.put(test.evidence().name(), numbers.size());
        }
        out.writeArrayFieldStart("groups");
        for (FailureGroup group : groups) {
            out.writeStartObject();
            out.writeStringField("alike", group.alike());
            out.writeArrayFieldStart("tests");
            for (TestEvidence test : group.tests()) {
                out.writeNumber(Objects.requireNonNull(numbers.get(test.name())));
            }
            out.writeEndArray();
            out.writeArrayFieldStart("contrasts");
            for (Contrast contrast : group.contrasts()) {
                out.writeStartArray();
                out.writeString(contrast.circumstance().text());
                out.writeNumber(contrast.failedWith());
                out.writeNumber(contrast.failed());
                out.writeNumber(contrast.passedWith());
                out.writeNumber(contrast.passed());
                out.writeEndArray();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void past(JsonGenerator out, TestId id) throws IOException {
        Change change = changes.get(id);
        if (change != null) {
            out.writeStringField("h", change.sentence());
        }
        TestPast past = pasts.get(id);
        if (past != null && past.failed() > 0) {
            out.writeStringField(
                    "b",
                    past.passed() + " of " + past.executions() + (past.executions() == 1 ? " execution" : " executions")
                            + (past.runs() == 1 ? " in the last run" : " in the last " + past.runs() + " runs"));
        }
    }

    private void executions(JsonGenerator out, List<Execution> executions, String className) throws IOException {
        out.writeArrayFieldStart("e");
        for (Execution execution : executions) {
            out.writeStartArray();
            out.writeString(execution.worker());
            out.writeNumber(execution.millis());
            out.writeNumber(failures.number(execution.outcome()));
            out.writeNumber(execution.startedAt());
            out.writeNumber(printed.number(execution, className));
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private void workers(JsonGenerator out) throws IOException {
        FailedBars failed = new FailedBars(judgement.evidence().tests());
        out.writeArrayFieldStart("workers");
        for (WorkerEvidence worker : judgement.evidence().workers()) {
            out.writeStartObject();
            out.writeStringField("label", worker.id().label());
            out.writeStringField("replay", judgement.replay(worker.id().label()));
            out.writeNumberField("round", worker.id().round());
            out.writeBooleanField("finished", worker.finished());
            out.writeNumberField("start", worker.startedAt());
            out.writeNumberField("end", worker.endedAt());
            out.writeArrayFieldStart("bars");
            for (ClassBar bar : worker.classes()) {
                out.writeStartArray();
                out.writeNumber(number(bar.className()));
                out.writeNumber(bar.round());
                out.writeNumber(bar.startedAt());
                out.writeNumber(bar.endedAt());
                out.writeBoolean(bar.finished());
                if (failed.contains(worker, bar)) {
                    out.writeBoolean(true);
                }
                out.writeEndArray();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void failures(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("failures");
        SourcePlaces places = new SourcePlaces(roots);
        for (Failure failure : failures.texts()) {
            places.lookUp(failure);
            out.writeStartArray();
            out.writeString(failure.type());
            out.writeString(failure.message());
            out.writeString(failure.stackTrace());
            out.writeEndArray();
        }
        out.writeEndArray();
        if (!places.files().isEmpty()) {
            out.writeStringField("module", roots.address());
            out.writeObjectFieldStart("sources");
            for (Map.Entry<String, String> file : places.files().entrySet()) {
                out.writeStringField(file.getKey(), file.getValue());
            }
            out.writeEndObject();
        }
    }

    private void printed(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("printed");
        for (String text : printed.texts()) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    /** Writes the trend, oldest first, this run last. */
    private void builds(JsonGenerator out) throws IOException {
        List<PastRun> runs = new ArrayList<>(remembered.runs());
        if (runs.isEmpty()) {
            return;
        }
        List<PastRun> shown = new ArrayList<>(runs.subList(0, Math.min(MOST_BUILDS - 1, runs.size())));
        Collections.reverse(shown);
        out.writeArrayFieldStart("builds");
        for (PastRun run : shown) {
            build(
                    out,
                    run.startedAt(),
                    run.commitId(),
                    run.verdict(),
                    run.tests(),
                    run.flaky(),
                    run.broken(),
                    run.millis());
        }
        Summary now = Summary.of(judgement);
        build(
                out,
                judgement.evidence().run().startedAt(),
                judgement.evidence().run().about().getOrDefault("commit", ""),
                judgement.verdict().state().word(),
                judgement.verdict().tests().size(),
                now.flaky(),
                now.broken(),
                now.millis());
        out.writeEndArray();
    }

    private static void build(
            JsonGenerator out, long at, String commit, String verdict, int tests, int flaky, int broken, long millis)
            throws IOException {
        out.writeStartObject();
        out.writeNumberField("at", at);
        out.writeStringField("commit", commit);
        out.writeStringField("verdict", verdict);
        out.writeNumberField("tests", tests);
        out.writeNumberField("flaky", flaky);
        out.writeNumberField("broken", broken);
        out.writeNumberField("millis", millis);
        out.writeEndObject();
    }
}
