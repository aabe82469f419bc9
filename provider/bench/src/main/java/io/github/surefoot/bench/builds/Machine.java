package io.github.surefoot.bench.builds;

import java.util.ArrayList;
import java.util.List;

/** What the numbers were measured on. */
final class Machine {
    private Machine() {}

    static List<String> facts(Versions versions, List<String> mavenVersion, int workers) {
        Runtime runtime = Runtime.getRuntime();
        List<String> facts = new ArrayList<>();
        facts.add(System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + runtime.availableProcessors() + " cores, JDK " + Runtime.version());
        facts.add(mavenVersion.stream()
                        .filter(line -> line.contains("Apache Maven"))
                        .findFirst()
                        .orElse("Maven of an unknown version")
                + ", Surefire " + versions.surefire() + ", Surefoot " + versions.surefoot() + ", " + workers
                + " workers");
        return facts;
    }
}
