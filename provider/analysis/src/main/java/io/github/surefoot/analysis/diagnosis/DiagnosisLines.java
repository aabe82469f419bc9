package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Cause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A diagnosis as people read it: what it is, how to see it again, what to mend, and what it cost.
 *
 * @param found the diagnosis
 * @param replay the command that replays a worker, by how the console names that
 */
public record DiagnosisLines(GroupDiagnosis found, UnaryOperator<String> replay) {

    /** Returns the lines, the first with the kind and the culprits. */
    public List<String> lines() {
        List<String> result = new ArrayList<>();
        TestDiagnosis diagnosis = found.diagnosis();
        result.add(headline());
        if (!diagnosis.stopped().isEmpty()) {
            result.add("  stopped: " + diagnosis.stopped() + ". This is what was known by then.");
        }
        if (!diagnosis.cleaners().isEmpty()) {
            result.add("  " + names(diagnosis.cleaners()) + " cleans up after it: with that in between, it passes.");
        }
        (diagnosis.kind() == Kind.ENVIRONMENT ? List.<String>of() : diagnosis.stateLeft())
                .forEach(state -> result.add("  what matters: " + state));
        replayed().ifPresent(line -> result.add("  see it again:  " + line));
        mend().ifPresent(line -> result.add("  mend: " + line));
        result.add(cost());
        return result;
    }

    /** Returns the same as one sentence about the test. */
    String sentence() {
        String rest = rest();
        return "It"
                + (rest.startsWith(", ")
                        ? (rest.matches(", (polluted|disturbed).*") ? " is " : " ") + rest.substring(2)
                        : rest)
                + ".";
    }

    private String headline() {
        TestDiagnosis diagnosis = found.diagnosis();
        if (neverFailed(diagnosis)) {
            return "PASSES " + subject() + ", in all that was tried ("
                    + diagnosis.with().runs() + " runs alone)";
        }
        boolean nothing = !diagnosis.stopped().isEmpty() && diagnosis.kind() == Kind.RANDOM;
        String kind = nothing ? "UNKNOWN" : diagnosis.kind().word().toUpperCase(Locale.ROOT);
        return kind + " " + subject() + rest() + (diagnosis.confirmed() || nothing ? "" : " (not confirmed)");
    }

    private static boolean neverFailed(TestDiagnosis diagnosis) {
        return diagnosis.kind() == Kind.RANDOM
                && diagnosis.stopped().isEmpty()
                && diagnosis.subject().failed() + diagnosis.with().failed() == 0;
    }

    private String subject() {
        int more = found.alike().size();
        return found.diagnosis().subject().test().shortName() + (more == 0 ? "" : " and " + more + " more");
    }

    private String rest() {
        TestDiagnosis diagnosis = found.diagnosis();
        return switch (diagnosis.kind()) {
            case VICTIM -> ", polluted by " + culprits() + counted("with it", "without");
            case BRITTLE ->
                diagnosis.culprits().isEmpty()
                        ? " fails alone, and nothing that ran before it when it passed helps"
                                + alone(diagnosis.without())
                        : ", needs " + culprits() + " before it" + counted("with it", "without");
            case NEIGHBOUR -> ", disturbed by " + culprits() + " beside it" + counted("while that runs", "without");
            case NON_IDEMPOTENT ->
                ", fails from its " + run(diagnosis) + " run in one JVM"
                        + counted("in the " + run(diagnosis), "in the first");
            case ENVIRONMENT ->
                ", depends on " + diagnosis.variant().subject()
                        + counted(
                                "with " + diagnosis.variant().text(),
                                diagnosis.variant().isDrawn() ? "the other way round" : "as it was");
            case BROKEN -> " fails alone" + alone(diagnosis.without());
            default ->
                diagnosis.with().failed() > 0
                        ? ", fails alone in " + diagnosis.with() + " runs (" + percent(diagnosis.with()) + " %)"
                        : unseen(diagnosis);
        };
    }

    /** Returns in which of its runs it fails first, for people. */
    private static String run(TestDiagnosis diagnosis) {
        int before =
                diagnosis.culprits().stream().mapToInt(List::size).findFirst().orElse(1);
        return switch (before) {
            case 1 -> "second";
            case 2 -> "third";
            default -> before + 1 + "th";
        };
    }

    private static String unseen(TestDiagnosis diagnosis) {
        Subject subject = diagnosis.subject();
        int executions = subject.failed() + subject.passed();
        String run = ", failed " + new Shown(executions, subject.failed()) + (executions == 1 ? " time" : " times")
                + " in the run";
        return diagnosis.stopped().isEmpty()
                ? run + ", and alone in " + diagnosis.with() + "; what ran before it does not bring it back"
                : run;
    }

    private static String alone(Shown shown) {
        return " (" + shown + ")";
    }

    private String counted(String with, String without) {
        TestDiagnosis diagnosis = found.diagnosis();
        return " (fails " + diagnosis.with() + " " + with + ", " + diagnosis.without() + " " + without + ")";
    }

    private String culprits() {
        return found.diagnosis().culprits().stream()
                .map(together -> names(together, " together with "))
                .collect(Collectors.joining("; also by "));
    }

    private static String names(List<ProbeUnit> units) {
        return names(units, ", ");
    }

    private static String names(List<ProbeUnit> units, String between) {
        return units.stream().map(ProbeUnit::shortName).collect(Collectors.joining(between));
    }

    private static String percent(Shown shown) {
        return String.format(Locale.ROOT, "%.0f", 100 * shown.rate());
    }

    private Optional<String> replayed() {
        TestDiagnosis diagnosis = found.diagnosis();
        // What runs beside a test no replay of one worker brings back.
        boolean beside = diagnosis.kind() == Kind.NEIGHBOUR;
        if (beside
                || found.order().worker().isEmpty()
                || diagnosis.allCulprits().isEmpty()) {
            return Optional.empty();
        }
        List<ProbeUnit> units = new ArrayList<>(diagnosis.culprits().get(0));
        units.add(diagnosis.subject().test());
        String only = units.stream().map(ProbeUnit::label).collect(Collectors.joining(","));
        return Optional.of(replay.apply(found.order().worker()) + " '-Dsurefoot.replay.only=" + only + "'");
    }

    private Optional<String> mend() {
        TestDiagnosis diagnosis = found.diagnosis();
        String test = diagnosis.subject().test().shortName();
        return switch (diagnosis.kind()) {
            case VICTIM ->
                Optional.of("have " + names(diagnosis.allCulprits())
                        + " put back what it changes, after each test; or have " + test + " set up all that it reads.");
            case BRITTLE ->
                diagnosis.culprits().isEmpty()
                        ? Optional.empty()
                        : Optional.of("have " + test + " itself set up what " + names(diagnosis.allCulprits())
                                + " leaves behind.");
            case NEIGHBOUR ->
                Optional.of(
                        "have " + test + " and " + names(diagnosis.allCulprits())
                                + " share nothing: each a free port (0), a directory of its own (@TempDir), a database of its own.");
            case NON_IDEMPOTENT ->
                Optional.of("have " + test + " undo what it does, or start from a state of its own.");
            case ENVIRONMENT ->
                Optional.of("have " + test + " say itself what it expects of "
                        + diagnosis.variant().subject() + ", or not depend on it.");
            default -> Optional.empty();
        };
    }

    private String cost() {
        TestDiagnosis.Cost cost = found.diagnosis().cost();
        return String.format(
                Locale.ROOT,
                "  cost: %d probes to find it, %d to be sure, %.1f s of CPU time",
                cost.search(),
                cost.checks(),
                found.spent().toMillis() / 1000.0);
    }
}
