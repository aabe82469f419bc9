package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.matching.BinaryName;
import io.github.surefoot.analysis.renewal.KindComparison;
import io.github.surefoot.analysis.renewal.Suspicion;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.maven.renewal.RenewalSettings;
import io.github.surefoot.maven.renewal.RenewingJvm;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import io.github.surefoot.maven.surefire.SurefireResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The executions of a run whose workers renew classes. The first round is fresh. In the others classes are renewed, but
 * for those that are known to differ. Fresh workers, whose word counts, run as well what then turns out to differ, what may
 * be to blame for a fault that only renewed workers told of, and a sample of the rest; but for what a fresh worker has been
 * seen to tell too where it ran the same before.
 */
final class RenewedExecutions {
    private static final int FIRST = 1;
    private static final int RENEWED = 2;
    private static final int FRESH = 3;
    private static final int OF_SAMPLE = 4;

    /** What is added to the number of a plan for the rounds that had been left out. */
    private static final int SECOND_PASS = 3;

    private static final int MOST_PLANS = 10;

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
    private final EvidenceSoFar evidence;
    private final Confirmations confirmations;
    private final LoneClasses lone;
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
        evidence = new EvidenceSoFar(directories.journals());
        FreshTrials trials = new FreshTrials(executions, directories, watch, listener);
        confirmations = new Confirmations(trials, executions.run().workers());
        lone = new LoneClasses(executions.run(), watch, directories, evidence, trials, confirmations);
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
        Optional<RenewingJvm> jvm = jvm(told, planned);
        Map<String, String> remembered = jvm.isPresent() ? remembered(planned) : Map.of();
        if (jvm.isEmpty() || needCompany(remembered, planned)) {
            SharedPlan all = plan(FRESH, rounds);
            planned.forEach(name -> all.add(name, 1));
            fresh(all);
            return result;
        }
        laterRounds(
                planned,
                remembered,
                jvm.get().write(renewal.own(), quick(), executions.memoryChoice(), directories.plans()));
        return result;
    }

    private void firstRound(Path told) throws MojoExecutionException, IOException {
        WorkerProperties properties = shared().upTo(1).plan(directories.plan(0, FIRST));
        note(
                renewal.obstacle().isPresent()
                        ? execute(executions.sharing(), properties)
                        : execute(executions.telling(), properties.classPath(told)));
    }

    private Optional<RenewingJvm> jvm(Path told, List<String> planned) throws IOException {
        Optional<RenewingJvm> jvm = renewal.obstacle().isPresent()
                ? Optional.empty()
                : WorkerJvm.read(told).map(RenewingJvm::new);
        Optional<String> why = renewal.obstacle()
                .or(() -> nested(planned))
                .or(() -> jvm.isEmpty()
                        ? Optional.of("no worker of the first round has told of its class path")
                        : jvm.get().obstacle());
        why.ifPresent(listener::notRenewed);
        return why.isPresent() ? Optional.empty() : jvm;
    }

    /** Workers tell of the outer class what they run of one that is nested, and that is not the class of the plan. */
    private static Optional<String> nested(List<String> planned) {
        return planned.stream()
                .filter(name -> !BinaryName.enclosing(name).isEmpty())
                .findFirst()
                .map(name -> name + " is asked for by itself, and is a part of another class");
    }

    /**
     * Tells whether later rounds do better without code that is optimized. The project's classes are new to the JVM in
     * each round and compiled anew, so that only what runs long in one round gives back what its optimizing costs.
     */
    private boolean quick() {
        return !executions.sayHowToCompile() && watch.round(1).worked() <= SHORT.toMillis();
    }

    /** Returns the classes that are known to differ, each with how it did, in the order in which they are planned. */
    private Map<String, String> remembered(List<String> planned) throws IOException {
        Map<String, String> known = renewal.differing().remembered();
        Map<String, String> remembered = new LinkedHashMap<>();
        planned.stream().filter(known::containsKey).forEach(name -> remembered.put(name, known.getOrDefault(name, "")));
        return remembered;
    }

    /** Tells whether classes that are known to differ cannot do without the others, so that nothing is renewed. */
    private boolean needCompany(Map<String, String> remembered, List<String> planned)
            throws MojoExecutionException, IOException {
        if (!lone.needCompany(remembered.keySet(), planned, 1)) {
            return false;
        }
        listener.notRenewed(remembered.keySet().iterator().next()
                + " is not the same when it is renewed, and what runs before it counts");
        return true;
    }

    private void laterRounds(List<String> planned, Map<String, String> remembered, Path arguments)
            throws MojoExecutionException, IOException {
        Map<String, FreshTurns> known = new HashMap<>();
        remembered.forEach((name, why) -> known.put(name, new FreshTurns(FreshReason.REMEMBERED, why)));
        if (!known.isEmpty()) {
            // Their rounds come after those of the others: none is over, and could be the last, before all are.
            announcer.runAll();
        }
        Map<String, FreshTurns> turned = roundsAfter(1, planned, known, arguments);
        if (announcer.roundsToRun() < rounds && !watch.anyWithoutResource() && !listener.isDecided()) {
            // The rest was left out for failures of renewed workers that fresh ones have taken back since.
            roundsAfter(announcer.goOn(), planned, turned, arguments);
        }
    }

    /**
     * Runs the rounds after one, to the last or to that after which the rest can be left out.
     *
     * @param known the classes of which it is known that fresh workers run them, and why
     * @return these, and those that have turned out to be such
     */
    private Map<String, FreshTurns> roundsAfter(
            int round, List<String> planned, Map<String, FreshTurns> known, Path arguments)
            throws MojoExecutionException, IOException {
        int pass = round == 1 ? 0 : SECOND_PASS;
        SharedPlan renewed = plan(RENEWED + pass, rounds);
        planned.stream().filter(name -> !known.containsKey(name)).forEach(name -> renewed.add(name, round));
        Seen seen = renewed(renewed, arguments);
        if (watch.anyWithoutResource()) {
            // What failed for want of something outside is no difference between workers.
            return known;
        }
        announcer.runAll();
        Map<String, FreshTurns> turns = new HashMap<>();
        seen.suspects()
                .forEach((name, suspicion) -> turns.put(name, new FreshTurns(FreshReason.SUSPECT, suspicion.why())));
        turns.keySet().retainAll(renewed.classes());
        seen.differing().forEach((name, how) -> turns.put(name, new FreshTurns(FreshReason.DIFFERS, how)));
        turns.putAll(known);
        int last = announcer.roundsToRun();
        Set<String> sample = Set.of();
        // What nobody has run in some rounds is run in all by those who have all others too.
        if (!renewed.left().isEmpty() || lone.needCompany(turns.keySet(), planned, last)) {
            planned.forEach(name -> turns.putIfAbsent(name, new FreshTurns(FreshReason.COMPANY, "")));
        } else {
            sample = lone.sample(turns.keySet(), planned, last);
        }
        SharedPlan fresh = plan(FRESH + pass, last);
        // In the order in which it was tried whether they can do without the others.
        for (String name : planned) {
            FreshTurns own = turns.get(name);
            if (own != null) {
                runFresh(fresh, name, known.containsKey(name) ? round : 1, own.reason(), own.why());
            } else if (sample.contains(name)) {
                runFresh(fresh, name, last - 1, FreshReason.SAMPLE, "");
            }
        }
        fresh(fresh);
        if (!watch.anyWithoutResource()) {
            compareSample(sample, turns.keySet(), planned, pass);
        }
        return turns;
    }

    /** Why fresh workers run a class again in all rounds but the first. */
    private record FreshTurns(FreshReason reason, String why) {}

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
        plan.write();
        long before;
        int again = 0;
        do {
            before = plan.turnsLeft();
            // A renewed worker that died has left its classes; its own is found to differ. Surefire skips what it has
            // run before with the same configuration: each time the file of classes has another name.
            execute(
                    executions.renewing(arguments),
                    shared().renewed()
                            .from(plan.firstLeft())
                            .plan(plan.file())
                            .only(only(plan, again++), plan.classes()));
            plan.endWith(announcer.roundsToRun());
            if (watch.anyWithoutResource()) {
                return Seen.NOTHING;
            }
            if (nothingUnlike(plan)) {
                // If there is more, the JVMs have run their rounds, and leave the others to the next.
                continue;
            }
            for (Map.Entry<String, String> one : differing().entrySet()) {
                if (plan.classes().contains(one.getKey())) {
                    differing.put(one.getKey(), one.getValue());
                    plan.close(one.getKey());
                }
            }
        } while (plan.turnsLeft() > 0 && plan.turnsLeft() < before);
        return nothingUnlike(plan)
                ? Seen.NOTHING
                : new Seen(differing, KindComparison.suspects(evidence.get(), confirmations.confirmed()));
    }

    /** Tells whether there is nothing to look for by now: whether a test is missing is known at the end only. */
    private boolean nothingUnlike(SharedPlan plan) throws IOException {
        return !watch.anyUnlike() && (plan.turnsLeft() > 0 || watch.allAlike(plan.rounds()));
    }

    /** Returns the classes that differ; what a fresh worker has seen fail too is no difference. */
    private Map<String, String> differing() throws MojoExecutionException, IOException {
        confirmations.look(evidence.get());
        return KindComparison.differing(evidence.get(), confirmations.confirmed());
    }

    /**
     * What the sample has brought to light is run fresh in all rounds; all that differs in the end is remembered.
     *
     * @param fresh the classes that fresh workers have run in all rounds
     */
    private void compareSample(Set<String> sample, Set<String> fresh, List<String> planned, int pass)
            throws MojoExecutionException, IOException {
        Map<String, String> differing = watch.allAlike(announcer.roundsToRun()) ? Map.of() : differing();
        Map<String, String> drawn = new TreeMap<>(differing);
        drawn.keySet().retainAll(sample);
        if (!drawn.isEmpty()) {
            // Their last round was fresh already.
            SharedPlan more = plan(OF_SAMPLE + pass, announcer.roundsToRun() - 1);
            boolean all = lone.needCompany(drawn.keySet(), planned, announcer.roundsToRun());
            for (String name : planned) {
                if (drawn.containsKey(name)) {
                    runFresh(more, name, 1, FreshReason.DIFFERS, drawn.getOrDefault(name, ""));
                } else if (all && !fresh.contains(name)) {
                    runFresh(more, name, 1, FreshReason.COMPANY, "");
                }
            }
            fresh(more);
        }
        renewal.differing()
                .remember(
                        differing.isEmpty()
                                ? differing
                                : KindComparison.differing(
                                        evidence.get(),
                                        confirmations.confirmed().withoutUnlike()));
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
        long before;
        int again = 0;
        do {
            // A worker that died has used up a fork, so that a round may be left.
            before = plan.turnsLeft();
            note(execute(
                    executions.sharing(),
                    shared().upTo(plan.rounds())
                            .from(plan.firstLeft())
                            .plan(plan.file())
                            .only(only(plan, again++), plan.classes())));
        } while (plan.turnsLeft() > 0 && plan.turnsLeft() < before);
    }

    private SurefireResult execute(SurefireConfiguration configuration, WorkerProperties properties)
            throws MojoExecutionException, IOException {
        evidence.expire();
        SurefireResult said = executions.run(configuration, properties);
        announcer.lookAfterTheEnd();
        return said;
    }

    private Path only(SharedPlan plan, int again) {
        return directories.only(0, plan.number() + MOST_PLANS * again);
    }

    private WorkerProperties shared() {
        return executions.properties().shared(executions.oneClassEach(), directories.output());
    }

    private SharedPlan plan(int number, int last) {
        return new SharedPlan(directories.plan(0, number), number, last);
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
