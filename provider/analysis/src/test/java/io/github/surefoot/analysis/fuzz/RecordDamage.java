package io.github.surefoot.analysis.fuzz;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Does to records what faulty writers, mixed-up directories and other runs would: each is whole by its number and its
 * checksum, so that the damage gets past the reader of journals to whoever makes sense of them.
 */
final class RecordDamage {
    private static final int MOST_RECORDS = 2_000;

    private final SortedMap<String, List<JournalEntry>> journals = new TreeMap<>();
    private final Choices choices;

    RecordDamage(SortedMap<String, List<JournalEntry>> journals, Choices choices) {
        journals.forEach((name, records) -> this.journals.put(name, new ArrayList<>(records)));
        this.choices = choices;
    }

    /** Returns the journals after one to four blows. */
    SortedMap<String, List<JournalEntry>> done() {
        int blows = 1 + choices.below(4);
        for (int i = 0; i < blows && !journals.isEmpty(); i++) {
            blow();
        }
        return journals;
    }

    private void blow() {
        List<String> names = List.copyOf(journals.keySet());
        List<JournalEntry> records = journals.getOrDefault(choices.of(names), new ArrayList<>());
        List<JournalEntry> others = journals.getOrDefault(choices.of(names), new ArrayList<>());
        if (records.isEmpty() || others.isEmpty() || records.size() > MOST_RECORDS) {
            return;
        }
        int at = choices.below(records.size());
        int there = choices.below(others.size());
        switch (choices.below(9)) {
            case 0 -> records.remove(at);
            case 1 -> records.add(at, records.get(at));
            case 2 -> Collections.swap(records, at, choices.below(records.size()));
            case 3 -> others.add(there, records.get(at));
            case 4 -> records.addAll(at, List.copyOf(others));
            case 5 -> records.subList(at, records.size()).clear();
            case 6 -> journals.put("copy-" + journals.size() + ".journal", new ArrayList<>(records));
            case 7 -> records.add(at, made());
            default -> records.set(at, changed(records.get(at)));
        }
    }

    private int round() {
        return choices.below(5);
    }

    private JournalEntry changed(JournalEntry entry) {
        if (entry instanceof RunStarted e) {
            return header(e);
        } else if (entry instanceof WorkerStarted e) {
            String run = choices.below(2) == 0 ? e.worker().run() : "run-" + choices.below(3);
            return new WorkerStarted(
                    new WorkerId(run, round(), 1 + choices.below(3)), choices.number(), e.at(), e.about());
        } else if (entry instanceof TestStarted e) {
            return new TestStarted(
                    choices.below(12), round(), e.test(), e.uniqueId(), e.tags(), choices.below(4) == 0, e.at());
        } else if (entry instanceof TestFinished e) {
            return new TestFinished(choices.below(12), outcome(), e.at());
        } else if (entry instanceof ClassPlanned e) {
            return new ClassPlanned(round(), e.className());
        } else if (entry instanceof ClassStarted e) {
            return new ClassStarted(round(), e.className(), e.at());
        } else if (entry instanceof ClassFinished e) {
            return new ClassFinished(round(), e.className(), e.at());
        } else if (entry instanceof RoundStarted e) {
            return new RoundStarted(round(), choices.below(3), e.at());
        } else if (entry instanceof RoundFinished e) {
            return new RoundFinished(round(), choices.below(3), choices.text(), e.at());
        }
        return made();
    }

    private RunStarted header(RunStarted e) {
        return new RunStarted(
                choices.below(2) == 0 ? e.run() : "run-" + choices.below(3),
                e.module(),
                (int) Math.max(0, Math.min(Integer.MAX_VALUE, choices.number())),
                choices.below(9),
                choices.below(2) == 0 ? WorkerKind.WARM : WorkerKind.FRESH,
                choices.text(),
                OptionalLong.of(choices.number()),
                choices.text(),
                choices.number(),
                Map.of(choices.text(), choices.text()));
    }

    private JournalEntry made() {
        TestId test = new TestId(choices.text(), choices.text());
        return switch (choices.below(12)) {
            case 0 -> new RoundStarted(round(), choices.below(3), choices.number());
            case 1 -> new RoundFinished(round(), choices.below(3), choices.text(), choices.number());
            case 2 -> new ClassPlanned(round(), choices.text());
            case 3 -> new ClassStarted(round(), choices.text(), choices.number());
            case 4 -> new ClassFinished(round(), choices.text(), choices.number());
            case 5 ->
                new TestStarted(
                        choices.below(12),
                        round(),
                        test,
                        choices.text(),
                        List.of(choices.text()),
                        choices.below(2) == 0,
                        choices.number());
            case 6 -> new TestFinished(choices.below(12), outcome(), choices.number());
            case 7 ->
                new JournalEntry.ResourceEvent(
                        "database",
                        choices.of(List.of("created", "disposed")),
                        Map.of("micros", Long.toString(choices.number()), "retries", choices.text()),
                        choices.number());
            case 8 ->
                new JournalEntry.LeakFound(
                        choices.text(), choices.text(), choices.text(), choices.below(2) == 0, choices.number());
            case 9 -> new JournalEntry.MessageSeen(choices.text(), test, choices.number());
            case 10 -> new JournalEntry.Problem(choices.text(), choices.number());
            default -> new Finished(choices.number());
        };
    }

    private Outcome outcome() {
        Failure failure = new Failure(choices.text(), choices.text(), choices.text());
        return switch (choices.below(8)) {
            case 0 -> new Outcome.Passed();
            case 1 -> new Outcome.Failed(failure);
            case 2 -> new Outcome.Errored(failure);
            case 3 -> new Outcome.Skipped(choices.text());
            case 4 -> new Outcome.Aborted(choices.text());
            case 5 -> new Outcome.Crashed(choices.text());
            case 6 -> new Outcome.Hung(choices.text());
            default -> new Outcome.NotRun(choices.text());
        };
    }
}
