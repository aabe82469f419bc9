package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.search.Trial;
import io.github.surefoot.analysis.search.TrialEnd;
import io.github.surefoot.analysis.search.TrialResult;
import io.github.surefoot.analysis.search.TrialRunner;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.maven.diagnose.ProbeJvms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs trials in JVMs like a worker's. */
public final class TrialJvms implements TrialRunner {
    /** What cannot be run once may be a class that cannot be found alone; what never can is a fault. */
    private static final int MOST_FAULTS = 3;

    private final ProbeJvms jvms;
    private final Consumer<String> log;
    private int faults;

    /**
     * Prepares to run trials.
     *
     * @param log is told what happens, for those who want to know
     */
    public TrialJvms(ProbeJvms jvms, Consumer<String> log) {
        this.jvms = jvms;
        this.log = log;
    }

    @Override
    public TrialResult run(Trial trial, ProbeJvmKind jvm) throws ProbingStoppedException {
        Duration before = jvms.spent();
        Ends ends = new Ends(trial);
        ProbeReply reply =
                jvms.ask(TrialRequests.of(trial), TrialRequests.beside(trial), jvm, trial.noise(), ends::take);
        if (reply.word().equals(ProbeReply.FAULT)) {
            fault(reply);
        } else {
            faults = 0;
        }
        if (reply.word().equals(ProbeReply.FAILED)) {
            ends.takeWhatWasRunning(reply);
        }
        Duration spent = jvms.spent().minus(before);
        log.accept("Surefoot: " + trial.way().word() + " " + trial.text() + ", " + jvm.word() + ": " + reply.word()
                + ", " + ends.all.size() + " ends, " + spent.toMillis() + " ms of CPU time");
        return new TrialResult(ends.all, spent.isNegative() ? Duration.ZERO : spent);
    }

    private void fault(ProbeReply reply) throws ProbingStoppedException {
        if (++faults >= MOST_FAULTS) {
            throw new ProbingStoppedException("trials could not run: " + reply.message());
        }
        log.accept("Surefoot: a trial could not run: " + reply.message());
    }

    /** What a JVM tells of the tests of a trial. */
    private static final class Ends {
        private final Trial trial;
        private final List<TrialEnd> all = new ArrayList<>();
        private final Map<String, ProbedTest> running = new LinkedHashMap<>();

        Ends(Trial trial) {
            this.trial = trial;
        }

        void take(ProbedTest told) {
            if (told.word().equals(ProbedTest.STARTED)) {
                running.put(told.uniqueId(), told);
                return;
            }
            running.remove(told.uniqueId());
            add(
                    told,
                    switch (told.word()) {
                        case ProbeReply.PASSED -> Ending.Result.PASSED;
                        case ProbeReply.FAILED -> Ending.Result.FAILED;
                        default -> Ending.Result.ABSENT;
                    },
                    told.type(),
                    told.message());
        }

        /** Its JVM died or stood still in them. */
        void takeWhatWasRunning(ProbeReply reply) {
            running.values().forEach(told -> add(told, Ending.Result.FAILED, reply.type(), reply.message()));
        }

        private void add(ProbedTest told, Ending.Result result, String type, String message) {
            if (told.request() < 0 || told.request() >= trial.units().size()) {
                return;
            }
            String className = trial.units().get(told.request()).className();
            all.add(new TrialEnd(
                    told.request(),
                    ProbeUnit.ofTest(className, told.test(), told.uniqueId()),
                    result,
                    type,
                    message,
                    Duration.ofMillis(told.millis())));
        }
    }
}
