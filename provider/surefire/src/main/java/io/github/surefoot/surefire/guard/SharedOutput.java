package io.github.surefoot.surefire.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pipes that a process prints to, and who else has them: whoever reads such a pipe waits until the last of those has
 * ended. Known where the system has {@code /proc}.
 *
 * @param pipes how the system calls them
 */
record SharedOutput(Set<String> pipes) {
    private static final String PIPE = "pipe:";

    /** Looks what a process prints to. */
    static SharedOutput of(ProcessHandle process) {
        return new SharedOutput(
                outputs(process).filter(target -> target.startsWith(PIPE)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Tells whether a process, too, prints to one of them. */
    boolean isOf(ProcessHandle process) {
        return outputs(process).anyMatch(pipes::contains);
    }

    private static Stream<String> outputs(ProcessHandle process) {
        return Stream.of("1", "2").flatMap(descriptor -> {
            try {
                return Stream.of(
                        Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "fd", descriptor))
                                .toString());
            } catch (IOException | UnsupportedOperationException e) {
                // It has ended, is another user's, or this system has no such thing.
                return Stream.empty();
            }
        });
    }
}
