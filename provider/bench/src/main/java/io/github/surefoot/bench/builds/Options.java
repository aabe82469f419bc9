package io.github.surefoot.bench.builds;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark was asked for.
 *
 * @param question what it is to answer
 * @param projects the names of the suites
 * @param directories the suites that are there already
 * @param ways the ways to run them
 * @param turns how often everything is measured
 * @param warmUp whether everything is run once before, uncounted
 * @param rounds how many rounds repeat a suite
 * @param workers how many workers, or forks, there are at once
 * @param classes the classes of the generated suite
 * @param tests the tests of each of them
 * @param millis about how long each of these works, in milliseconds
 * @param maven where Maven is installed; otherwise the one on the PATH
 * @param checkout the root of Surefoot's source tree
 * @param repository the local repository, with Surefoot in it
 */
record Options(
        Question question,
        List<String> projects,
        List<DirectorySuite> directories,
        List<Way> ways,
        int turns,
        boolean warmUp,
        int rounds,
        int workers,
        int classes,
        int tests,
        int millis,
        Optional<Path> maven,
        Path checkout,
        Path repository) {
    /** Copies the lists. */
    Options {
        projects = List.copyOf(projects);
        directories = List.copyOf(directories);
        ways = List.copyOf(ways);
    }

    /** Returns where everything that is made goes. */
    Path work() {
        return work(checkout);
    }

    /**
     * Returns where everything that is made goes.
     *
     * @param checkout the root of Surefoot's source tree
     */
    static Path work(Path checkout) {
        return checkout.resolve("provider/bench/target/builds");
    }
}
