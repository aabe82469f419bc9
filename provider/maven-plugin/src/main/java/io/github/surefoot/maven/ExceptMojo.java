package io.github.surefoot.maven;

import io.github.surefoot.analysis.evidence.TestPattern;
import io.github.surefoot.analysis.exception.AllowedFailure;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.exception.ExceptionEntry;
import io.github.surefoot.analysis.exception.ExceptionsFile;
import io.github.surefoot.analysis.exception.FailureFingerprint;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.maven.settings.ExceptionRequest;
import io.github.surefoot.maven.settings.ExceptionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an exception for a test that failed in the last run: how often it may fail, and in which ways it is known to.
 * Needs {@code surefoot.test} and {@code surefoot.until}; {@code surefoot.reason} and {@code surefoot.owner} say more.
 */
@Mojo(name = "except", threadSafe = true)
public final class ExceptMojo extends AbstractSurefootMojo {
    private static final int STEP = 5;
    private static final int WHOLE = 100;
    private static final int MOST_NAMES = 5;

    /** The directories that have the journals, separated by commas; those of the module's last run if not set. */
    @Parameter(property = "surefoot.journals")
    private @Nullable String journals;

    /** Called by Maven. */
    @Inject
    public ExceptMojo(BuildPluginManager plugins) {
        super(plugins);
    }

    @Override
    void run() throws MojoExecutionException, IOException {
        ExceptionSettings settings = exceptionSettings();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        ExceptionRequest request = ExceptionRequest.parse(this::property, today, settings.lastDay(today));
        List<TestResult> failing = failing(request.test());
        ExceptionEntry entry = new ExceptionEntry(
                exact(request.test(), failing),
                request.owner(),
                request.reason(),
                request.until(),
                allowed(failing),
                failing.stream()
                        .flatMap(result -> result.failures().stream())
                        .flatMap(failure -> FailureFingerprint.of(failure.outcome()).stream())
                        .distinct()
                        .toList());
        write(settings, entry, failing);
        getLog().info("Surefoot: " + entry.test() + " may fail " + entry.allowed() + " % of its rounds until "
                + request.until() + ": "
                + settings.file());
        request.unsaid().ifPresent(sentence -> getLog().info("Surefoot: " + sentence));
    }

    private List<TestResult> failing(TestPattern test) throws MojoExecutionException, IOException {
        List<Path> from = journals(journals);
        if (!Files.isDirectory(from.get(0))) {
            throw new MojoExecutionException(
                    "There are no journals in " + from.get(0)
                            + ", so nobody knows how the test fails. Run " + suiteCommand()
                            + " -Dsurefoot.rounds=20 first, or name those of another machine with -Dsurefoot.journals=DIRECTORY,DIRECTORY.");
        }
        Judgement judgement = JudgeSettings.parse(this::property)
                .judge(Map.of(), commands(), AllowedFailures.NONE, checkout())
                .judge(from);
        List<TestResult> failing = judgement.verdict().worst().stream()
                .filter(result -> test.matches(result.evidence().id()))
                .toList();
        if (failing.isEmpty()) {
            throw new MojoExecutionException("No test of " + test + " failed in the run whose journals are in "
                    + from.get(0) + (from.size() == 1 ? "" : " and " + (from.size() - 1) + " more")
                    + ": there is nothing to make an exception for."
                    + failed(judgement.verdict().worst()));
        }
        return failing;
    }

    /** With its package it is the one test that was meant, and the code owners are asked for it. */
    private static String exact(TestPattern test, List<TestResult> failing) {
        Set<String> classes = failing.stream()
                .map(result -> result.evidence().id().className())
                .collect(Collectors.toSet());
        return classes.size() == 1 ? test.ofClass(classes.iterator().next()).toString() : test.toString();
    }

    /** Returns what can be named, as it has to be written. */
    private static String failed(List<TestResult> worst) {
        Set<String> names = worst.stream()
                .filter(result -> result.tally().failed() > 0)
                .map(result -> result.evidence().id())
                .map(TestPattern::of)
                .map(TestPattern::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return names.isEmpty()
                ? ""
                : names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ", " What failed is ", ""))
                        + (names.size() > MOST_NAMES ? ", and " + (names.size() - MOST_NAMES) + " more." : ".");
    }

    /** The worst of them, rounded up to a number that a person would write. */
    private static int allowed(List<TestResult> failing) {
        return failing.stream()
                .mapToInt(result -> (int) Math.min(
                        WHOLE,
                        STEP
                                * ceilDiv(
                                        WHOLE * result.tally().failed(),
                                        STEP * result.tally().counted())))
                .max()
                .orElse(WHOLE);
    }

    /** JDK 17 has no such method. */
    private static long ceilDiv(long number, long by) {
        return -Math.floorDiv(-number, by);
    }

    /**
     * Writes beside its place and moves there; not before what is there can be read with the new entry, and not if one that
     * is there would count in its place.
     */
    private static void write(ExceptionSettings settings, ExceptionEntry entry, List<TestResult> failing)
            throws IOException {
        Path file = settings.file();
        String name = String.valueOf(file.getFileName());
        String before = Files.exists(file) ? Files.readString(file) : "";
        LocalDate lastDay = settings.lastDay(entry.until());
        for (AllowedFailure known : ExceptionsFile.parse(before, name, lastDay)) {
            if (failing.stream()
                    .anyMatch(result -> known.test().matches(result.evidence().id()))) {
                throw new SettingException(new IllegalArgumentException(name + ", line " + known.line() + ": "
                        + known.test() + " has an exception already. Change that: " + entry.terms()));
            }
        }
        String after = ExceptionsFile.appended(before, name, entry);
        ExceptionsFile.parse(after, name, lastDay);
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(draft, after);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
