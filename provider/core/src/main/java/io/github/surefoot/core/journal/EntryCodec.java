package io.github.surefoot.core.journal;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.Interrupted;
import io.github.surefoot.core.journal.JournalEntry.LeakFound;
import io.github.surefoot.core.journal.JournalEntry.MessageSeen;
import io.github.surefoot.core.journal.JournalEntry.Problem;
import io.github.surefoot.core.journal.JournalEntry.ResourceEvent;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunFresh;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Entries as typed fields, and back. */
final class EntryCodec {
    /** Under these names Surefire reports what happens to a class as a whole. */
    private static final Set<String> NAMES_OF_CLASSES = Set.of("initializationError", "executionError");

    /** In the identifier of a method, which may bear such a name by right. */
    private static final String METHOD = "/[method:";

    private EntryCodec() {}

    static byte[] encode(long number, JournalEntry entry, UnaryOperator<String> mask) {
        Fields fields = Fields.masked(mask);
        return JournalFormat.encode(number, write(entry, fields), fields);
    }

    /** Puts the entry's fields and returns its type. */
    private static String write(JournalEntry entry, Fields to) {
        if (entry instanceof TestStarted e) {
            to.put("x", e.execution()).put("at", e.at()).put("round", e.round());
            test(e.test(), to)
                    .putEach("tag", e.tags())
                    .putIf("rerun", e.rerun())
                    .putUnlessEmpty("id", e.uniqueId());
            return "test";
        } else if (entry instanceof TestFinished e) {
            to.put("x", e.execution()).put("at", e.at()).apply(f -> writeOutcome(e.outcome(), f));
            return "outcome";
        } else if (entry instanceof ClassPlanned e) {
            to.put("round", e.round()).putAsItIs("class", e.className());
            return "planned";
        } else if (entry instanceof RunFresh e) {
            to.put("round", e.round())
                    .putAsItIs("class", e.className())
                    .put("reason", e.reason().word())
                    .putUnlessEmpty("why", e.why());
            return "fresh";
        } else if (entry instanceof ClassStarted e) {
            to.put("at", e.at()).put("round", e.round()).putAsItIs("class", e.className());
            return "class";
        } else if (entry instanceof ClassFinished e) {
            to.put("at", e.at()).put("round", e.round()).putAsItIs("class", e.className());
            return "class-end";
        } else if (entry instanceof ResourceEvent e) {
            to.put("at", e.at()).put("of", e.resource()).put("event", e.event()).putAll("d.", e.details());
            return "resource";
        } else if (entry instanceof LeakFound e) {
            to.put("at", e.at())
                    .put("what", e.what())
                    .putUnlessEmpty("opened", e.openedAt())
                    .putUnlessEmpty("class", e.className())
                    .putIf("fatal", e.fatal());
            return "leak";
        } else if (entry instanceof MessageSeen e) {
            test(e.test(), to.put("at", e.at()).put("pattern", e.pattern()));
            return "forbidden";
        } else if (entry instanceof Problem e) {
            to.put("at", e.at()).put("what", e.what());
            return "problem";
        } else if (entry instanceof RoundStarted e) {
            to.put("at", e.at()).put("round", e.round()).put("attempt", e.attempt());
            return "round";
        } else if (entry instanceof RoundFinished e) {
            to.put("at", e.at())
                    .put("round", e.round())
                    .put("attempt", e.attempt())
                    .putUnlessEmpty("fault", e.fault());
            return "round-end";
        } else if (entry instanceof RunStarted e) {
            writeRun(e, to);
            return "run";
        } else if (entry instanceof WorkerStarted e) {
            to.put("at", e.at())
                    .putAsItIs("run", e.worker().run())
                    .put("round", e.worker().round())
                    .put("slot", e.worker().slot())
                    .put("pid", e.pid())
                    .putAll("about.", e.about());
            return "worker";
        } else if (entry instanceof WorkerStopped e) {
            to.put("at", e.at())
                    .putAsItIs("worker", e.worker())
                    .putEachAsItIs(
                            "x", e.executions().stream().map(String::valueOf).toList())
                    .putEachAsItIs("class", e.classes())
                    .put("why", e.why());
            return "stopped";
        } else if (entry instanceof Interrupted e) {
            to.put("at", e.at());
            return "interrupted";
        } else if (entry instanceof Finished e) {
            to.put("at", e.at());
            return "end";
        }
        throw new IllegalArgumentException("No record type for " + entry.getClass());
    }

    private static void writeRun(RunStarted e, Fields to) {
        to.put("at", e.at())
                .putAsItIs("run", e.run())
                .put("module", e.module())
                .put("rounds", e.rounds())
                .put("workers", e.workers())
                .put("kind", e.kind().word())
                .put("order", e.order())
                .put("suite", e.suite());
        e.seed().ifPresent(seed -> to.put("seed", seed));
        to.putAll("about.", e.about());
    }

    private static Fields test(TestId test, Fields to) {
        if (!test.className().isEmpty()) {
            to.putAsItIs("class", test.className());
        }
        return to.putUnlessEmpty("name", test.name());
    }

    /** Most records are of two types; what is compiled with them, in a JVM as young as Maven's, costs more than it gains. */
    static JournalEntry decode(JournalFormat.Line line) {
        Fields f = line.fields();
        return switch (line.type()) {
            case "test" -> readStart(f);
            case "outcome" -> new TestFinished(f.number("x"), readOutcome(f), f.number("at"));
            default -> readOther(line.type(), f);
        };
    }

    private static TestStarted readStart(Fields f) {
        return new TestStarted(
                f.number("x"),
                f.count("round"),
                ofOneName(test(f), f.text("id")),
                f.text("id"),
                f.each("tag"),
                f.flag("rerun"),
                f.number("at"));
    }

    private static JournalEntry readOther(String type, Fields f) {
        return switch (type) {
            case "planned" -> new ClassPlanned(f.count("round"), f.required("class"));
            case "fresh" -> new RunFresh(f.count("round"), f.required("class"), reason(f), f.text("why"));
            case "class" -> new ClassStarted(f.count("round"), f.required("class"), f.number("at"));
            case "class-end" -> new ClassFinished(f.count("round"), f.required("class"), f.number("at"));
            case "resource" -> new ResourceEvent(f.required("of"), f.required("event"), f.all("d."), f.number("at"));
            case "leak" ->
                new LeakFound(f.required("what"), f.text("opened"), f.text("class"), f.flag("fatal"), f.number("at"));
            case "forbidden" -> new MessageSeen(f.required("pattern"), test(f), f.number("at"));
            case "problem" -> new Problem(f.required("what"), f.number("at"));
            case "round" -> new RoundStarted(f.count("round"), f.count("attempt"), f.number("at"));
            case "round-end" ->
                new RoundFinished(f.count("round"), f.count("attempt"), f.text("fault"), f.number("at"));
            case "run" -> readRun(f);
            case "worker" -> new WorkerStarted(worker(f), f.number("pid"), f.number("at"), f.all("about."));
            case "stopped" ->
                new WorkerStopped(
                        f.required("worker"), f.eachNumber("x"), f.each("class"), f.required("why"), f.number("at"));
            case "interrupted" -> new Interrupted(f.number("at"));
            case "end" -> new Finished(f.number("at"));
            default -> throw new MalformedRecordException("'" + type + "' is no type of record");
        };
    }

    private static RunStarted readRun(Fields f) {
        return new RunStarted(
                f.required("run"),
                f.required("module"),
                f.count("rounds"),
                f.count("workers"),
                kind(f),
                f.required("order"),
                f.optionalNumber("seed"),
                f.required("suite"),
                f.number("at"),
                f.all("about."));
    }

    /** Journals of earlier versions say only of warm workers that they are. */
    private static WorkerKind kind(Fields f) {
        String word = f.text("kind");
        if (word.isEmpty()) {
            return f.flag("warm") ? WorkerKind.WARM : WorkerKind.FRESH;
        }
        return WorkerKind.parse(word)
                .orElseThrow(() -> new MalformedRecordException("'" + word + "' is no kind of worker"));
    }

    private static FreshReason reason(Fields f) {
        String word = f.required("reason");
        return FreshReason.parse(word)
                .orElseThrow(() -> new MalformedRecordException("'" + word + "' is no reason for fresh workers"));
    }

    private static WorkerId worker(Fields f) {
        try {
            return new WorkerId(f.required("run"), f.count("round"), f.count("slot"));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException("it names no worker", e);
        }
    }

    /** Surefire calls the failure of a class by what ran before it: two names of one thing, which bears none here. */
    private static TestId ofOneName(TestId test, String uniqueId) {
        boolean ofClass = NAMES_OF_CLASSES.contains(test.name()) && !uniqueId.contains(METHOD);
        return ofClass ? new TestId(test.className(), "") : test;
    }

    private static TestId test(Fields f) {
        return new TestId(f.text("class"), f.text("name"));
    }

    private static void writeOutcome(Outcome outcome, Fields to) {
        to.put("outcome", outcome.word());
        if (outcome instanceof Outcome.Failed failed) {
            writeFailure(failed.failure(), to);
        } else if (outcome instanceof Outcome.Errored errored) {
            writeFailure(errored.failure(), to);
        } else if (outcome instanceof Outcome.Skipped skipped) {
            to.putUnlessEmpty("why", skipped.reason());
        } else if (outcome instanceof Outcome.Aborted aborted) {
            to.putUnlessEmpty("why", aborted.reason());
            aborted.failure().ifPresent(failure -> writeFailure(failure, to));
        } else if (outcome instanceof Outcome.Crashed crashed) {
            to.putUnlessEmpty("why", crashed.how());
        } else if (outcome instanceof Outcome.Hung hung) {
            to.putUnlessEmpty("why", hung.stacks());
        } else if (outcome instanceof Outcome.NotRun notRun) {
            to.putUnlessEmpty("why", notRun.reason());
        }
    }

    private static Outcome readOutcome(Fields from) {
        String word = from.required("outcome");
        return word.equals("passed") ? new Outcome.Passed() : readNotPassed(word, from);
    }

    private static Outcome readNotPassed(String word, Fields from) {
        return switch (word) {
            case "failed" -> new Outcome.Failed(readFailure(from));
            case "errored" -> new Outcome.Errored(readFailure(from));
            case "skipped" -> new Outcome.Skipped(from.text("why"));
            case "aborted" -> new Outcome.Aborted(from.text("why"), readAttempt(from));
            case "crashed" -> new Outcome.Crashed(from.text("why"));
            case "hung" -> new Outcome.Hung(from.text("why"));
            case "not run" -> new Outcome.NotRun(from.text("why"));
            default -> throw new MalformedRecordException("'" + word + "' is no outcome");
        };
    }

    private static void writeFailure(Failure failure, Fields to) {
        to.put("type", failure.type())
                .putUnlessEmpty("message", failure.message())
                .putUnlessEmpty("stack", failure.stackTrace());
    }

    /** Reads the failure of an attempt, if there is one. */
    private static Optional<Failure> readAttempt(Fields from) {
        return from.has("type") ? Optional.of(readFailure(from)) : Optional.empty();
    }

    private static Failure readFailure(Fields from) {
        return new Failure(from.required("type"), from.text("message"), from.text("stack"));
    }
}
