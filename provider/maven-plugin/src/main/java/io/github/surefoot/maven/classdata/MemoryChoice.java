package io.github.surefoot.maven.classdata;

import io.github.surefoot.maven.surefire.Obstacles;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a project, or whoever runs the build, has chosen of the memory of JVMs, by arguments or by the variables that each JVM
 * reads: where a collector is chosen, a JVM that is given another one as well does not start.
 *
 * @param arguments of the JVM; what may be secret in them is looked at here, and goes nowhere
 * @param environment of the JVM
 */
public record MemoryChoice(List<String> arguments, Map<String, String> environment) {
    private static final Pattern COLLECTOR = Obstacles.argument("-XX:[+-]Use\\w*GC(?=$|[\\s\"'])");
    private static final Pattern HEAP = Obstacles.argument(
            "-Xm[snx]\\d|-XX:\\w*(?:HeapSize|NewSize|NewRatio|RAMPercentage|RAMFraction|HeapFreeRatio)=");

    /** Copies both. */
    public MemoryChoice {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Tells whether a garbage collector is chosen, or one is ruled out. */
    public boolean ofCollector() {
        return said().anyMatch(text -> COLLECTOR.matcher(text).find());
    }

    /** Tells whether a size of the heap is chosen, or of a part of it. */
    public boolean ofHeap() {
        return said().anyMatch(text -> HEAP.matcher(text).find());
    }

    private Stream<String> said() {
        return Stream.concat(
                arguments.stream(), Obstacles.VARIABLES.stream().map(name -> environment.getOrDefault(name, "")));
    }
}
