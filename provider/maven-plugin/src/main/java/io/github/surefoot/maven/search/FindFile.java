package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.search.Find;
import io.github.surefoot.analysis.search.FindKind;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.core.protocol.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A find in a file, with all that it takes to see it again.
 *
 * @param line what was found, for people
 * @param suite the fingerprint of the suite
 * @param random whether it fails now and then only
 * @param noise what is otherwise around it
 * @param test the test, and which of the requests it is of
 * @param request what a JVM is asked for
 * @param beside what a second one is asked for over and over meanwhile; empty if nothing is
 */
public record FindFile(
        String line,
        String suite,
        boolean random,
        Noise noise,
        ProbedTest test,
        ProbeRequest request,
        Optional<ProbeRequest> beside) {
    private static final String FORMAT = "surefoot find 1";
    private static final String RANDOM = "random";
    private static final String CERTAIN = "certain";
    private static final int LINES = 7;

    static FindFile of(Find find, String suite) {
        return new FindFile(
                find.line(),
                suite,
                find.kind() == FindKind.RANDOM,
                find.trial().noise(),
                new ProbedTest(
                        find.unit(),
                        find.test().uniqueId(),
                        find.test().test(),
                        ProbeReply.FAILED,
                        find.failure(),
                        find.message(),
                        0),
                TrialRequests.of(find.trial()),
                TrialRequests.beside(find.trial()));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<String> lines = new ArrayList<>(List.of(
                FORMAT,
                line.replaceAll("\\p{Cntrl}+", " "),
                suite,
                random ? RANDOM : CERTAIN,
                noise.isNone() ? ProbeVariant.USUAL.name() : names(noise),
                test.line(),
                request.line()));
        beside.ifPresent(others -> lines.add(others.line()));
        WholeFile.write(file, lines);
    }

    /**
     * Reads some.
     *
     * @param names numbers of finds of the last search, or files, separated by commas
     * @param directory where the last search has left its finds
     * @throws SettingException if there is no such find
     * @throws IOException if one cannot be read
     */
    public static List<FindFile> readAll(String names, Path directory) throws IOException {
        List<FindFile> result = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            result.add(read(name.strip(), directory));
        }
        return result;
    }

    /**
     * Reads one.
     *
     * @param name a number of a find of the last search, or a file
     * @param directory where the last search has left its finds
     * @throws SettingException if there is no such find
     * @throws IOException if it cannot be read
     */
    public static FindFile read(String name, Path directory) throws IOException {
        Path file = name.matches("\\d{1,9}") ? directory.resolve(name(Integer.parseInt(name))) : Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw wrong(name, "there is no file " + file);
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < LINES || lines.size() > LINES + 1 || !lines.get(0).equals(FORMAT)) {
            throw wrong(name, file + " is no find of this version of Surefoot");
        }
        try {
            return new FindFile(
                    lines.get(1),
                    lines.get(2),
                    lines.get(3).equals(RANDOM),
                    noise(lines.get(4)),
                    ProbedTest.parse(lines.get(5)).orElseThrow(() -> wrong(name, file + " names no test")),
                    ProbeRequest.parse(lines.get(LINES - 1)),
                    lines.size() == LINES ? Optional.empty() : Optional.of(ProbeRequest.parse(lines.get(LINES))));
        } catch (SettingException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw wrong(name, file + " cannot be read: " + e.getMessage());
        }
    }

    private static String names(Noise noise) {
        return noise.variants().stream().map(ProbeVariant::name).collect(Collectors.joining(","));
    }

    private static Noise noise(String names) {
        return names.equals(ProbeVariant.USUAL.name())
                ? Noise.NONE
                : new Noise(Stream.of(names.split(",", -1))
                        .map(ProbeVariant::valueOf)
                        .toList());
    }

    static String name(int number) {
        return "find-" + number + ".txt";
    }

    private static SettingException wrong(String name, String why) {
        return new SettingException(
                Setting.SEARCH_REPLAY.key(),
                name,
                "the number of a find of the last search, or the file of one: " + why);
    }
}
