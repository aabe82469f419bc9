package io.github.surefoot.bench.builds;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A way to run a suite, one round or several. */
enum Way {
    /** Five runs of Maven one after the other, as people do it. */
    LOOP("plain Surefire, one build a round", false, "-DforkCount=%w -DreuseForks=true"),
    /** The same loop where nobody told Surefire to use the cores. */
    LOOP_DEFAULT("plain Surefire with its default of one fork, one build a round", false, ""),
    FRESH(
            "Surefoot, all rounds in one build, fresh workers each round",
            true,
            "-Dsurefoot.rounds=%r -Dsurefoot.workers=%w"),
    /** As on a machine that has never seen the project: no worker finds class data that one before has left. */
    FIRST("Surefoot, as fresh, in a new checkout", true, "-Dsurefoot.rounds=%r -Dsurefoot.workers=%w"),
    RENEWED(
            "Surefoot, all rounds in one build, new classes of the project each round",
            true,
            "-Dsurefoot.rounds=%r -Dsurefoot.workers=%w -Dsurefoot.workers.kind=renewed"),
    /** As many rounds as prove 95 % if nothing fails, for 0.95 to the power of 59 is below 0.05. */
    PROOF(
            "Surefoot, fifty-nine renewed rounds",
            true,
            "-Dsurefoot.rounds=%r -Dsurefoot.workers=%w -Dsurefoot.workers.kind=renewed"),
    WARM(
            "Surefoot, all rounds in one build, the same workers",
            true,
            "-Dsurefoot.rounds=%r -Dsurefoot.workers=%w -Dsurefoot.reuseWorkers=true"),
    /** Not a repetition of the suite, only of what failed: cheap, and blind to a test that passes first. */
    RERUN(
            "plain Surefire, one build with rerunFailingTestsCount=4",
            false,
            "-DforkCount=%w -DreuseForks=true -Dsurefire.rerunFailingTestsCount=4"),
    PLAIN("plain Surefire, one build", false, "-DforkCount=%w -DreuseForks=true"),
    ONCE("Surefoot, one round", true, "-Dsurefoot.rounds=1 -Dsurefoot.workers=%w");

    private static final int PROVING_ROUNDS = 59;

    private final String meaning;
    private final boolean surefoot;
    private final String options;

    Way(String meaning, boolean surefoot, String options) {
        this.meaning = meaning;
        this.surefoot = surefoot;
        this.options = options;
    }

    /** Returns how users call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    boolean isSurefoot() {
        return surefoot;
    }

    /** Tells whether nothing of what earlier builds have left for later ones may be there. */
    boolean isFirst() {
        return this == FIRST;
    }

    /** Returns how many Mavens it takes for so many rounds. */
    int builds(int rounds) {
        return this == LOOP || this == LOOP_DEFAULT ? rounds : 1;
    }

    /** Returns how many rounds of the suite are run when so many are asked for. */
    int rounds(int asked) {
        return switch (this) {
            case FRESH, FIRST, RENEWED, WARM, LOOP, LOOP_DEFAULT -> asked;
            case PROOF -> PROVING_ROUNDS;
            case RERUN, PLAIN, ONCE -> 1;
        };
    }

    /** Returns the goals and options of one of its builds. */
    List<String> arguments(Versions versions, int rounds, int workers) {
        String goal = surefoot ? versions.surefootGoal() : versions.surefireGoal();
        String filled = options.replace("%r", String.valueOf(rounds(rounds))).replace("%w", String.valueOf(workers));
        return Stream.concat(
                        Stream.of("test-compile", goal),
                        filled.isEmpty() ? Stream.empty() : Stream.of(filled.split(" ")))
                .toList();
    }
}
