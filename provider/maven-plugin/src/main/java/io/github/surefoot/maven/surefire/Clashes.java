package io.github.surefoot.maven.surefire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds settings of Surefire or Failsafe that do not work with Surefoot, or against several rounds, and names the cure of each. */
public final class Clashes {
    private Clashes() {}

    /**
     * Returns a sentence for each setting that works against several rounds.
     *
     * @param plugin whose settings they are
     * @param configured the value of one of its parameters, by its name, wherever it was set
     */
    public static List<String> in(TestPlugin plugin, Function<String, Optional<String>> configured) {
        List<String> result = new ArrayList<>();
        configured
                .apply("rerunFailingTestsCount")
                .filter(value -> !value.equals("0"))
                .ifPresent(value -> result.add("rerunFailingTestsCount=" + value
                        + " hides failures from people, not from Surefoot: the first attempt of a test is judged, and"
                        + " the reruns only cost time. Remove it, or run without -Preliability."));
        configured
                .apply("failOnFlakeCount")
                .filter(value -> !value.equals("0"))
                .ifPresent(value -> result.add("failOnFlakeCount=" + value + " counts on reruns. The gate counts every"
                        + " round instead: remove it, and set surefoot.threshold."));
        configured
                .apply("skipAfterFailureCount")
                .filter(value -> !value.equals("0"))
                .ifPresent(value -> result.add("skipAfterFailureCount=" + value
                        + " leaves tests of a round out, and what did not run proves nothing. Remove it, or run"
                        + " without -Preliability."));
        configured
                .apply("testFailureIgnore")
                .filter("true"::equals)
                .ifPresent(value -> result.add("testFailureIgnore=true does not apply to several rounds: the gate"
                        + " decides. Lower surefoot.threshold, or run without -Preliability."));
        configured
                .apply("forkCount")
                .filter(value -> value.equals("0"))
                .ifPresent(value -> result.add("forkCount=0 runs tests inside Maven, where there are no workers."
                        + " Surefoot runs one worker instead. Set surefoot.workers, or remove forkCount."));
        configured
                .apply("debugForkedProcess")
                .flatMap(value -> plugin.propertyOf("debugForkedProcess"))
                .ifPresent(property -> result.add(property + " makes every worker of every round wait for a"
                        + " debugger, one after the other. To debug a test, run without -Preliability, or replay the"
                        + " worker in which it failed: surefoot:replay takes " + property + " too."));
        return result;
    }

    /**
     * Returns why this configuration cannot be run, and the mend, if it cannot.
     *
     * @param plugin whose settings they are
     * @param configured the value of one of its parameters, by its name, wherever it was set
     */
    public static Optional<String> refused(TestPlugin plugin, Function<String, Optional<String>> configured) {
        return configured
                .apply("suiteXmlFiles")
                .map(value -> "suiteXmlFiles=" + value + " chooses tests by a TestNG suite file, which "
                        + plugin.displayName()
                        + " has ignored since 3.6: it would run other tests than the file names, without a word. Remove"
                        + " it, and choose tests with includes, groups or -D" + plugin.testProperty() + ".");
    }
}
