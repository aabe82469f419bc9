package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.renewal.KindComparison;
import io.github.surefoot.analysis.renewal.Suspicion;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.maven.renewal.RenewalSettings;
import io.github.surefoot.maven.renewal.RenewingJvm;
import io.github.surefoot.maven.renewal.SampledClasses;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The executions of a run whose workers renew classes. The first round is fresh. In the others classes are renewed, but
 * for those that are known to differ; whatever then turns out to differ, what may be to blame for a fault that only
 * renewed workers told of, and a sample of the rest, is run by fresh workers as well, whose word counts.
 */
final class RenewedExecutions {
    private static final int FIRST = 1;
    private static final int RENEWED = 2;
    private static final int FRESH = 3;
    private static final int OF_SAMPLE = 4;

    /** How long the classes of a round take together where to optimize their code has been seen to cost more. */
    private static final Duration SHORT = Duration.ofMinutes(2);

    private final WorkerExecutions executions;
    private final RunDirectories directories;
    private final RenewalSettings renewal;
    private final RunJournal journal;
    private final RunWatch watch;
    private final RoundAnnouncer announcer;
    private final RoundListener listener;
    private final int rounds;
    private SurefireResult result = new SurefireResult.Content();

    RenewedExecutions(
            WorkerExecutions executions,
            RunDirectories directories,
            RenewalSettings renewal,
            RunJournal journal,
            RunWatch watch,
            RoundAnnouncer announcer,
            RoundListener listener) {
        this.executions = executions;
        this.directories = directories;
        this.renewal = renewal;
        this.journal = journal;
        this.watch = watch;
        this.announcer = announcer;
        this.listener = listener;
        rounds = executions.run().settings().rounds();
    }

    /**
     * Runs all rounds.
     *
     * @return the worst that Surefire said of fresh workers; what befalls renewed ones is no fault of the run
     */
    SurefireResult run() throws MojoExecutionException, IOException {
        Path told = directories.plans().resolve("jvm");
        firstRound(told);
        List<String> planned = watch.planned();
        if (announcer.roundsToRun() == 1
                || planned.isEmpty()
                || (!(result instanceof SurefireResult.Content) && !watch.anyTest())) {
            return result;
        }
        Optional<RenewingJvm> jvm = jvm(told);
        if (jvm.isEmpty()) {
            SharedPlan all = plan(FRESH, rounds);
            planned.forEach(name -> all.add(name, 1));
            fresh(all);
            return result;
        }
        laterRounds(planned, jvm.get().write(renewal.own(), quick(), executions.memoryChoice(), directories.plans()));
        return result;
    }

    private void firstRound(Path told) throws MojoExecutionException, IOException {
        WorkerProperties properties = shared().upTo(1).plan(directories.plan(0, FIRST));
        note(
                renewal.obstacle().isPresent()
                        ? executions.run(executions.sharing(), properties)
                        : executions.run(executions.telling(), properties.classPath(told)));
        announcer.lookAfterTheEnd();
    }

    private Optional<RenewingJvm> jvm(Path told) throws IOException {
        Optional<RenewingJvm> jvm = renewal.obstacle().isPresent()
                ? Optional.empty()
                : WorkerJvm.read(told).map(RenewingJvm::new);
        Optional<String> why = renewal.obstacle()
                .or(() -> jvm.isEmpty()
                        ? Optional.of("no worker of the first round has told of its class path")
                        : jvm.get().obstacle());
        why.ifPresent(listener::notRenewed);
        return why.isPresent() ? Optional.empty() : jvm;
    }

    /**
     * Tells whether later rounds do better without code that is optimized. The project's classes are new to the JVM in
     * each round and compiled anew, so that only what runs long in one round gives back what its optimizing costs.
     */
    private boolean quick() {
        return !executions.sayHowToCompile() && watch.round(1).worked() <= SHORT.toMillis();
    }

    private void laterRounds(List<String> planned, Path arguments) throws MojoExecutionException, IOException {
        Map<String, String> remembered = renewal.differing().remembered();
        if (planned.stream().anyMatch(remembered::containsKey)) {
            // Their rounds come after those of the others: none is over, and could be the last, before all are.
            announcer.runAll();
        }
        SharedPlan renewed = plan(RENEWED, rounds);
        SharedPlan fresh = plan(FRESH, rounds);
        for (String name : planned) {
            if (remembered.containsKey(name)) {
                runFresh(fresh, name, 1, FreshReason.REMEMBERED, remembered.getOrDefault(name, ""));
            } else {
                renewed.add(name, 1);
            }
        }
        Seen seen = renewed(renewed, arguments);
        Map<String, String> differing = seen.differing();
        if (watch.anyWithoutResource()) {
            // What failed for want of something outside is no difference between workers.
            return;
        }
        announcer.runAll();
        fresh.endWith(announcer.roundsToRun());
        for (Map.Entry<String, String> one : differing.entrySet()) {
            runFresh(fresh, one.getKey(), 1, FreshReason.DIFFERS, one.getValue());
        }
        Map<String, Integer> left = renewed.left();
        left.forEach(fresh::add);
        Map<String, Suspicion> suspects = new TreeMap<>(seen.suspects());
        suspects.keySet().retainAll(renewed.classes());
        suspects.keySet().removeAll(differing.keySet());
        for (Map.Entry<String, Suspicion> one : suspects.entrySet()) {
            runFresh(
                    fresh,
                    one.getKey(),
                    one.getValue().round() - 1,
                    FreshReason.SUSPECT,
                    one.getValue().why());
        }
        List<String> alike = renewed.classes().stream()
                .filter(name -> !differing.containsKey(name) && !left.containsKey(name) && !suspects.containsKey(name))
                .toList();
        Set<String> sample = SampledClasses.of(alike, executions.run().id());
        sample.forEach(name -> runFresh(fresh, name, fresh.rounds() - 1, FreshReason.SAMPLE, ""));
        fresh(fresh);
        if (!watch.anyWithoutResource()) {
            compareSample(sample);
        }
    }

    /** What renewed workers have brought to light: the classes that differ, and those that may have a part in a fault. */
    private record Seen(Map<String, String> differing, Map<String, Suspicion> suspects) {
        static final Seen NOTHING = new Seen(Map.of(), Map.of());
    }

    /** Has renewed workers run a plan until nothing is left, or nothing moves. */
    private Seen renewed(SharedPlan plan, Path arguments) throws MojoExecutionException, IOException {
        if (plan.isEmpty()) {
            return Seen.NOTHING;
        }
        Map<String, String> differing = new TreeMap<>();
        Evidence evidence;
        plan.write();
        long before;
        int again = 0;
        do {
            before = plan.turnsLeft();
            // A renewed worker that died has left its classes; its own is found to differ. Surefire skips what it has
            // run before with the same configuration: each time the file of classes has another name.
            Path only = again == 0 ? only(plan) : directories.only(0, OF_SAMPLE + again);
            again++;
            executions.run(
                    executions.renewing(arguments),
                    shared().renewed().from(2).plan(plan.file()).only(only, plan.classes()));
            announcer.lookAfterTheEnd();
            plan.endWith(announcer.roundsToRun());
            if (watch.anyWithoutResource()) {
                return Seen.NOTHING;
            }
            if (watch.allAlike(plan.rounds())) {
                return Seen.NOTHING;
            }
            evidence = evidence();
            for (Map.Entry<String, String> one :
                    KindComparison.differing(evidence).entrySet()) {
                if (plan.classes().contains(one.getKey())) {
                    differing.put(one.getKey(), one.getValue());
                    plan.close(one.getKey());
                }
            }
        } while (plan.turnsLeft() > 0 && plan.turnsLeft() < before);
        return new Seen(differing, KindComparison.suspects(evidence));
    }

    /** What the sample has brought to light is run fresh in all rounds; all that differs in the end is remembered. */
    private void compareSample(Set<String> sample) throws MojoExecutionException, IOException {
        Map<String, String> differing =
                watch.allAlike(announcer.roundsToRun()) ? Map.of() : KindComparison.differing(evidence());
        // Their last round was fresh already.
        SharedPlan more = plan(OF_SAMPLE, announcer.roundsToRun() - 1);
        for (Map.Entry<String, String> one : differing.entrySet()) {
            if (sample.contains(one.getKey())) {
                runFresh(more, one.getKey(), 1, FreshReason.DIFFERS, one.getValue());
            }
        }
        if (!more.isEmpty()) {
            fresh(more);
        }
        renewal.differing().remember(differing);
    }

    private void runFresh(SharedPlan plan, String className, int after, FreshReason reason, String why) {
        plan.add(className, after);
        for (int round = after + 1; round <= plan.rounds(); round++) {
            journal.runFresh(round, className, reason, why);
        }
    }

    private void fresh(SharedPlan plan) throws MojoExecutionException, IOException {
        if (plan.isEmpty()) {
            return;
        }
        plan.write();
        note(executions.run(
                executions.sharing(),
                shared().upTo(plan.rounds())
                        .from(plan.firstRound())
                        .plan(plan.file())
                        .only(only(plan), plan.classes())));
        announcer.lookAfterTheEnd();
    }

    private WorkerProperties shared() {
        return executions.properties().shared(executions.oneClassEach(), directories.output());
    }

    private Evidence evidence() {
        return EvidenceReader.read(directories.journals());
    }

    private SharedPlan plan(int number, int last) {
        return new SharedPlan(directories.plan(0, number), number, last);
    }

    private Path only(SharedPlan plan) {
        return directories.only(0, plan.number());
    }

    private void note(SurefireResult next) {
        boolean worse = next instanceof SurefireResult.Faulted
                ? !(result instanceof SurefireResult.Faulted)
                : result instanceof SurefireResult.Content;
        if (worse) {
            result = next;
        }
    }
}
