package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.OutputDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of how a worker died, apart from its journal.
 *
 * @param exitCode the exit code of its process, as Surefire tells it
 * @param lastOutput the end of what its tests printed; empty if nothing
 */
record WorkerDeath(Optional<Integer> exitCode, String lastOutput) {
    private static final Pattern EXIT_CODE = Pattern.compile("Process Exit Code: (-?\\d{1,9})(?: of (\\S+))?");

    /** Which signal of the operating system ends a process with a code: 128 more than the signal's number. */
    private static final List<String> SIGNALS = List.of("134 SIGABRT", "137 SIGKILL", "139 SIGSEGV", "143 SIGTERM");

    private static final int MOST_OUTPUT = 2_000;

    /**
     * Finds out.
     *
     * @param journal the journal of the worker, near which it left what was printed last
     * @param fork the worker's name among Surefire's forks; empty if unknown
     * @param faults what Surefire told in the round
     */
    static WorkerDeath of(Path journal, String fork, List<String> faults) {
        return new WorkerDeath(exitCode(fork, faults), lastOutput(journal));
    }

    private static Optional<Integer> exitCode(String fork, List<String> faults) {
        for (String fault : faults) {
            Matcher matcher = EXIT_CODE.matcher(fault);
            while (matcher.find()) {
                if (matcher.group(2) == null || matcher.group(2).equals(fork)) {
                    return Optional.of(Integer.valueOf(matcher.group(1)));
                }
            }
        }
        return Optional.empty();
    }

    private static String lastOutput(Path journal) {
        // Where what tests print has a file of its own, the worker keeps the end of it nowhere else.
        Path beside = JournalDirectory.lastOutput(journal);
        Path file = Files.exists(beside) ? beside : OutputDirectory.ofJournal(journal);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(in.length(), MOST_OUTPUT)];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return new String(end, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            // Comfort, not evidence: most workers print nothing.
            return "";
        }
    }

    /** Returns the exit code for a sentence, in brackets behind a space; empty if it is not known. */
    String code() {
        return exitCode.map(code -> " (exit code " + code + signal(code) + ")").orElse("");
    }

    private static String signal(int code) {
        return SIGNALS.stream()
                .filter(signal -> signal.startsWith(code + " "))
                .findFirst()
                .map(signal -> ", " + signal.substring(signal.indexOf(' ') + 1))
                .orElse("");
    }

    /** Returns what was printed last, behind a line end; empty if nothing was. */
    String output() {
        return lastOutput.isEmpty() ? "" : "\nThe last it printed:\n" + lastOutput;
    }
}
