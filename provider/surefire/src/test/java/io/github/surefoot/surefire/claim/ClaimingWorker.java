package io.github.surefoot.surefire.claim;

import io.github.surefoot.core.journal.JournalEntry;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.surefire.api.util.TestsToRun;

/** The end of a {@link ClaimingProcess} that a test holds in its hand: it reads the questions and gives the answers. */
final class ClaimingWorker implements AutoCloseable {
    private final Process process;
    private final BufferedReader questions;
    private final BufferedWriter answers;

    private ClaimingWorker(Process process) {
        this.process = process;
        questions = process.inputReader();
        answers = process.outputWriter();
    }

    static ClaimingWorker start(Path plan, int rounds) throws IOException {
        return new ClaimingWorker(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        ClaimingProcess.class.getName(),
                        plan.toString(),
                        Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static String classPath() {
        return List.of(ClaimingProcess.class, RoundClaims.class, JournalEntry.class, TestsToRun.class).stream()
                .map(ClaimingWorker::location)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next question. */
    String question() throws IOException {
        String line = questions.readLine();
        if (line == null) {
            throw new IOException(
                    "the worker ended with " + process.onExit().join().exitValue());
        }
        return line;
    }

    /** Tells whether a question waits to be read. */
    boolean asks() throws IOException {
        return questions.ready();
    }

    void answer(String text) throws IOException {
        answers.write(text);
        answers.newLine();
        answers.flush();
    }

    /** Lets the worker end the class it runs, and returns what it says of the next. */
    String goOn() throws IOException {
        answer("go on");
        String finish = question();
        if (!finish.startsWith("finish ")) {
            throw new IllegalStateException("the worker runs no class: " + finish);
        }
        answer("go on");
        return question();
    }

    /** Kills the process, and returns when the operating system has cleared it away. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
