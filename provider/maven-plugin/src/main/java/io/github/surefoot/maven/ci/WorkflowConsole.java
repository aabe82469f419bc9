package io.github.surefoot.maven.ci;

import java.util.List;

/**
 * Prints the workflow commands of GitHub Actions. They count only at the beginning of a line, where Maven's log would
 * put its level.
 */
final class WorkflowConsole {
    private WorkflowConsole() {}

    @SuppressWarnings("SystemOut") // The one place: see above.
    static void print(List<String> commands) {
        commands.forEach(System.out::println);
    }
}
