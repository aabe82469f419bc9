package io.github.surefoot.worker.database.engine.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Commands of the system, by which faults are made real. */
public final class Shell {
    private static final long LIMIT_SECONDS = 120;

    private Shell() {}

    /** Runs a command that the fault cannot be made without; where it is not allowed, the test is skipped. */
    static void needed(String... command) throws IOException, InterruptedException {
        Result result = run(List.of(command));
        Assumptions.assumeTrue(
                result.exit() == 0,
                () -> "This fault cannot be made here: '" + String.join(" ", command) + "' said: " + result.output());
    }

    record Result(int exit, String output) {}

    static Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("surefoot", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("Takes too long: " + command);
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** Returns the command that runs the class in a JVM of its own, on the class path of this one. */
    public static List<String> java(Path javaHome, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Returns the home of the JVM that runs this. */
    public static Path thisJava() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Returns a line for {@code bash -c} that runs the command. */
    static String quoted(List<String> command) {
        return command.stream()
                .map(each -> "'" + each.replace("'", "'\\''") + "'")
                .reduce("", (a, b) -> a + " " + b);
    }
}
