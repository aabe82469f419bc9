package io.github.surefoot.core.journal;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Entries of every type, with every kind of text in them. */
final class Entries {
    static final JournalEntry.WorkerStarted WORKER =
            new JournalEntry.WorkerStarted(new WorkerId("run", 2, 1), 4711, 1_000, Map.of("java", "17"));

    private Entries() {}

    static JournalEntry.TestStarted started(long execution, String className, String name) {
        return new JournalEntry.TestStarted(execution, 1, new TestId(className, name), "", List.of(), false, 1_001);
    }

    static JournalEntry.TestFinished passed(long execution) {
        return new JournalEntry.TestFinished(execution, new Outcome.Passed(), 1_002);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withChars('\t', '\n', '\r', '\\', '=', '#', 'u', '\u0000', '\ud83d', '\ude00'),
                Arbitraries.of("", "überprüft 日本", "\uD83D\uDE00", "\uD83D", "C:\\new\\table", "a=b=c"));
    }

    static Arbitrary<Outcome> outcomes() {
        Arbitrary<Failure> failures =
                Combinators.combine(texts(), texts(), texts()).as(Failure::new);
        return Arbitraries.oneOf(
                Arbitraries.just(new Outcome.Passed()),
                failures.map(Outcome.Failed::new),
                failures.map(Outcome.Errored::new),
                texts().map(Outcome.Skipped::new),
                texts().map(Outcome.Aborted::new),
                Combinators.combine(texts(), failures.optional()).as(Outcome.Aborted::new),
                texts().map(Outcome.Crashed::new),
                texts().map(Outcome.Hung::new),
                texts().map(Outcome.NotRun::new));
    }

    static Arbitrary<JournalEntry> bodies() {
        Arbitrary<Integer> rounds = Arbitraries.integers().between(1, 1_000);
        Arbitrary<Long> times = Arbitraries.longs();
        Arbitrary<TestId> tests = Combinators.combine(texts(), texts()).as(TestId::new);
        Arbitrary<Map<String, String>> maps = Arbitraries.maps(texts(), texts()).ofMaxSize(3);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(rounds, rounds, times).as(JournalEntry.RoundStarted::new),
                Combinators.combine(rounds, rounds, texts(), times).as(JournalEntry.RoundFinished::new),
                Combinators.combine(rounds, texts()).as(JournalEntry.ClassPlanned::new),
                Combinators.combine(rounds, texts(), Arbitraries.of(FreshReason.values()), texts())
                        .as(JournalEntry.RunFresh::new),
                Combinators.combine(rounds, texts(), times).as(JournalEntry.ClassStarted::new),
                Combinators.combine(rounds, texts(), times).as(JournalEntry.ClassFinished::new),
                Combinators.combine(
                                times,
                                rounds,
                                tests,
                                texts(),
                                texts().list().ofMaxSize(3),
                                Arbitraries.of(true, false),
                                times)
                        .as(JournalEntry.TestStarted::new),
                Combinators.combine(times, outcomes(), times).as(JournalEntry.TestFinished::new),
                Combinators.combine(texts(), texts(), maps, times).as(JournalEntry.ResourceEvent::new),
                Combinators.combine(texts(), texts(), texts(), Arbitraries.of(true, false), times)
                        .as(JournalEntry.LeakFound::new),
                Combinators.combine(texts(), tests, times).as(JournalEntry.MessageSeen::new),
                Combinators.combine(texts(), times).as(JournalEntry.Problem::new),
                Combinators.combine(
                                texts(),
                                times.list().ofMaxSize(3),
                                texts().list().ofMaxSize(3),
                                texts(),
                                times)
                        .as(JournalEntry.WorkerStopped::new),
                times.map(JournalEntry.Finished::new)));
    }

    static Arbitrary<JournalEntry.Header> headers() {
        Arbitrary<Map<String, String>> maps = Arbitraries.maps(texts(), texts()).ofMaxSize(3);
        return Arbitraries.oneOf(
                Combinators.combine(texts(), Arbitraries.longs(), maps)
                        .as((text, seed, about) -> new JournalEntry.RunStarted(
                                "run",
                                text,
                                5,
                                2,
                                WorkerKind.WARM,
                                "random",
                                OptionalLong.of(seed),
                                text,
                                seed,
                                about)),
                Combinators.combine(Arbitraries.integers().between(0, 99), maps)
                        .as((round, about) ->
                                new JournalEntry.WorkerStarted(new WorkerId("run", round, 1), 1, 2, about)));
    }
}
