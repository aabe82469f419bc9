package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Shown;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.maven.diagnose.ProbeJvms;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a find again, in new JVMs: three, or as many as it takes until one that is random fails.
 *
 * @param find what is shown
 * @param jvms runs it
 */
public record FindReplay(FindFile find, ProbeJvms jvms) {
    private static final int RUNS = 3;
    private static final int MOST_OF_CHANCE = 30;

    /**
     * How it went.
     *
     * @param shown how often it failed
     * @param why how it failed; empty if it did not
     */
    public record Result(Shown shown, String why) {}

    /**
     * Runs it.
     *
     * @throws ProbingStoppedException if it cannot be run
     */
    public Result run() throws ProbingStoppedException {
        Shown shown = Shown.NOTHING;
        String why = "";
        int most = find.random() ? MOST_OF_CHANCE : RUNS;
        while (shown.runs() < most && !(find.random() && shown.failed() > 0)) {
            List<ProbedTest> ends = new ArrayList<>();
            ProbeReply reply = jvms.ask(find.request(), find.beside(), ProbeJvmKind.FRESH, find.noise(), told -> {
                if (told.uniqueId().equals(find.test().uniqueId())
                        && told.request() == find.test().request()) {
                    ends.add(told);
                }
            });
            if (reply.word().equals(ProbeReply.FAULT)) {
                throw new ProbingStoppedException("it could not be run: " + reply.message());
            }
            boolean ended = !ends.isEmpty() && !ends.get(ends.size() - 1).word().equals(ProbedTest.STARTED);
            // Told to begin and never to end: its JVM died in it, or was ended.
            boolean failed = ended
                    ? ends.get(ends.size() - 1).word().equals(ProbeReply.FAILED)
                    : !ends.isEmpty() && reply.word().equals(ProbeReply.FAILED);
            if (failed && why.isEmpty()) {
                ProbedTest last = ends.get(ends.size() - 1);
                why = ended ? last.type() + ": " + last.message() : reply.type() + ": " + reply.message();
            }
            shown = shown.plus(failed);
        }
        return new Result(shown, why);
    }
}
