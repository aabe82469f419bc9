package io.github.surefoot.maven.classdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The arguments of a JVM on which the shape of its pointers and of its heap depends: an archive can be used only by a
 * JVM with pointers as that had which wrote it. No other argument of the project goes into a command of ours: it may be
 * secret.
 *
 * @param arguments the arguments
 * @param environment of the JVMs that get them
 */
record MemoryFlags(List<String> arguments, Map<String, String> environment) {
    private static final Pattern MEMORY =
            Pattern.compile("(?<![^\\s\"'])(?:-XX:\\+Unlock(?:Experimental|Diagnostic)VMOptions"
                    + "|-XX:[+-]Use\\w*GC|-XX:[+-]UseCompressed(?:Oops|ClassPointers)|-XX:[+-]UseCompactObjectHeaders"
                    + "|-Xmx\\d+[kKmMgGtT]?|-XX:Max(?:HeapSize=\\d+[kKmMgGtT]?|RAMPercentage=[\\d.]+)"
                    + "|-XX:ObjectAlignmentInBytes=\\d+)(?![^\\s\"'])");

    MemoryFlags {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Finds them among the arguments that the project gives its workers. */
    static MemoryFlags in(String jvmArguments) {
        return new MemoryFlags(
                MEMORY.matcher(jvmArguments).results().map(MatchResult::group).toList(), System.getenv());
    }

    /** Returns them, with a collector that needs no threads of its own where the project names none. */
    @Override
    public List<String> arguments() {
        List<String> result = new ArrayList<>(arguments);
        if (!new MemoryChoice(arguments, environment).ofCollector()) {
            result.add("-XX:+UseSerialGC");
        }
        return result;
    }
}
