package io.github.surefoot.its.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of Maven that ended, and what it left behind.
 *
 * @param directory the project
 * @param logFile its whole output
 * @param arguments what Maven was asked for
 * @param exitCode 0 if the build passed
 * @param log its whole output, line by line
 */
public record Build(Path directory, Path logFile, List<String> arguments, int exitCode, List<String> log) {
    private static final int TAIL = 60;

    /** Asserts that the build passed. */
    public Build passes() {
        if (exitCode != 0) {
            throw new AssertionError("This build should pass, but fails:\n" + tail());
        }
        return this;
    }

    /** Asserts that the build failed. */
    public Build fails() {
        if (exitCode == 0) {
            throw new AssertionError("This build should fail, but passes:\n" + tail());
        }
        return this;
    }

    /** Returns the lines that match. */
    public List<String> lines(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return log.stream().filter(line -> pattern.matcher(line).find()).toList();
    }

    /** Returns the last lines of the output. */
    public String tail() {
        return "mvn " + String.join(" ", arguments) + " (exit code " + exitCode + ", whole log: " + logFile + ")\n"
                + String.join("\n", log.subList(Math.max(0, log.size() - TAIL), log.size()));
    }

    /** Returns the verdict of a project of one module. */
    public Verdict verdict() {
        return verdict("");
    }

    /**
     * Returns the verdict of a module.
     *
     * @throws AssertionError if it has none
     */
    public Verdict verdict(String module) {
        return verdict(module, "");
    }

    /** Returns the verdict on one of the executions of a one-module project, by the name of its directory. */
    public Verdict verdictOf(String execution) {
        return verdict("", execution);
    }

    /** Returns the verdict on one of the executions of a module, by the name of its directory. */
    public Verdict verdict(String module, String execution) {
        Path file = module(module).resolve("target/surefoot").resolve(execution).resolve("verdict.json");
        if (!Files.exists(file)) {
            throw new AssertionError("There is no " + file + "\n" + tail());
        }
        return Verdict.read(file);
    }

    /** Returns how each integration test ended, as the reports of a one-module project say. */
    public Map<String, String> reportedByFailsafe() {
        return reportedByFailsafe("");
    }

    /** Returns how each integration test of a module ended, as its reports say. */
    public Map<String, String> reportedByFailsafe(String module) {
        return SurefireReports.read(module(module).resolve("target/failsafe-reports"));
    }

    /** Returns how each test ended, as the Surefire-schema reports of a one-module project say. */
    public Map<String, String> reported() {
        return SurefireReports.read(directory.resolve("target/surefire-reports"));
    }

    /** Returns how each test of a module ended, as its Surefire-schema reports say. */
    public Map<String, String> reported(String module) {
        return SurefireReports.read(module(module).resolve("target/surefire-reports"));
    }

    /** Returns the journals of a one-module project, by file name. */
    public List<Path> journals() {
        return journals("");
    }

    /** Returns the journals of a module, by file name. */
    public List<Path> journals(String module) {
        Path journals = module(module).resolve("target/surefoot/journals");
        try (Stream<Path> files = Files.walk(journals)) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the journal of one of a round's workers. Which slots a round gets depends on who of the round before is
     * done first.
     */
    public Path journalOf(int round) {
        return journals().stream()
                .filter(file -> file.getFileName().toString().matches("r" + round + "w\\d+\\.journal"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No journal of round " + round + " among " + journals()));
    }

    private Path module(String module) {
        return module.isEmpty() ? directory : directory.resolve(module);
    }

    @Override
    public String toString() {
        return tail();
    }
}
