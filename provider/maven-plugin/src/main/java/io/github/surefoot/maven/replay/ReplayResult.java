package io.github.surefoot.maven.replay;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.maven.round.WorkerFailures;
import io.github.surefoot.maven.round.WorkerFailures.Executed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a replay shows beside what was then, and no more than that. */
public final class ReplayResult {
    private final ReplayedWorker then;
    private final WorkerFailures now;
    private final WorkerFailures before;
    private final boolean severalRounds;

    /**
     * Compares.
     *
     * @param then what was replayed
     * @param all what the replay ran, the rounds included that came before the one that was asked for
     */
    ReplayResult(ReplayedWorker then, WorkerFailures all) {
        this.then = then;
        now = all.in(then::isAskedFor);
        before = all.in(round -> !then.isAskedFor(round));
        severalRounds = now.ran().stream().map(Executed::round).distinct().count() > 1;
    }

    /** Tells whether anything failed of what was asked for. */
    public boolean failed() {
        return !now.failed().isEmpty();
    }

    /** Tells whether it ran anything at all. */
    public boolean ranNothing() {
        return now.ran().isEmpty() && before.ran().isEmpty();
    }

    /** Returns a line for each test that failed then or now. */
    public List<ConsoleLine> lines() {
        List<ConsoleLine> lines = new ArrayList<>();
        then.failures().failed().forEach((executed, how) -> lines.add(again(executed, how)));
        for (Map.Entry<Executed, String> failure : now.failed().entrySet()) {
            if (!then.failures().failed().containsKey(failure.getKey())) {
                boolean ranThen = then.failures().ran().contains(failure.getKey());
                lines.add(new ConsoleLine(
                        ConsoleLine.Level.ERROR,
                        "  " + name(failure.getKey())
                                + (ranThen ? " passed then and fails now: " : " did not run then and fails now: ")
                                + failure.getValue()));
            }
        }
        if (!before.failed().isEmpty()) {
            lines.add(new ConsoleLine(
                    ConsoleLine.Level.WARN,
                    "  In the rounds that came before in the same JVM "
                            + count(before.failed().size(), before.executions()) + "."));
        }
        return lines;
    }

    private ConsoleLine again(Executed executed, String how) {
        String again = now.failed().get(executed);
        if (again != null) {
            return new ConsoleLine(ConsoleLine.Level.ERROR, "  " + name(executed) + " failed again: " + again);
        }
        String failedThen = "  " + name(executed) + " failed then (" + how + ") and ";
        if (!now.ran().contains(executed)) {
            return new ConsoleLine(ConsoleLine.Level.WARN, failedThen + "did not run now.");
        }
        return new ConsoleLine(
                ConsoleLine.Level.WARN,
                failedThen + "passed now: "
                        + (then.part()
                                ? "what was left out may be what it needs to fail."
                                : "the order alone does not bring it back."));
    }

    /** Returns what it comes to, e.g. {@code 2 of 6 executions failed}. */
    public String summary() {
        if (!failed()) {
            return now.executions() == 1
                    ? "its only execution passed"
                    : "all " + now.executions() + " executions passed";
        }
        return count(now.failed().size(), now.executions());
    }

    private static String count(int failed, int all) {
        return all == 1 ? "its only execution failed" : failed + " of " + all + " executions failed";
    }

    private String name(Executed executed) {
        return executed.test().shortName()
                + (executed.instance() > 1 ? " (" + executed.instance() + ")" : "")
                + (severalRounds ? " in round " + executed.round() : "");
    }
}
