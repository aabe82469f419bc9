package io.github.surefoot.maven;

import io.github.surefoot.analysis.evidence.TestPattern;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.exception.ExceptionEntry;
import io.github.surefoot.analysis.exception.ExceptionsFile;
import io.github.surefoot.analysis.exception.FailureFingerprint;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.maven.settings.ExceptionRequest;
import io.github.surefoot.maven.settings.ExceptionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes an exception for a test that failed in the last run: how often it may fail, and in which ways it is known to.
 * Needs {@code surefoot.test} and {@code surefoot.until}; {@code surefoot.reason} and {@code surefoot.owner} say more.
 */
@Mojo(name = "except", threadSafe = true)
public final class ExceptMojo extends AbstractSurefootMojo {
    private static final int STEP = 5;
    private static final int WHOLE = 100;

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
                request.test().toString(),
                request.owner(),
                request.reason(),
                request.until(),
                allowed(failing),
                failing.stream()
                        .flatMap(result -> result.failures().stream())
                        .flatMap(failure -> FailureFingerprint.of(failure.outcome()).stream())
                        .distinct()
                        .toList());
        write(settings, entry);
        getLog().info("Surefoot: " + request.test() + " may fail " + entry.allowed() + " % of its rounds until "
                + request.until() + ": "
                + settings.file());
        request.unsaid().ifPresent(sentence -> getLog().info("Surefoot: " + sentence));
    }

    private List<TestResult> failing(TestPattern test) throws MojoExecutionException {
        Path journals = directories().journals();
        if (!Files.isDirectory(journals)) {
            throw new MojoExecutionException("There are no journals in " + journals
                    + ", so nobody knows how the test fails. Run mvn test -Preliability first.");
        }
        Judgement judgement = JudgeSettings.parse(this::property)
                .judge(Map.of(), replayCommand(), AllowedFailures.NONE, checkout())
                .judge(List.of(journals));
        List<TestResult> failing = judgement.verdict().worst().stream()
                .filter(result -> test.matches(result.evidence().id()))
                .toList();
        if (failing.isEmpty()) {
            throw new MojoExecutionException("No test of " + test + " failed in the last run, whose journals are in "
                    + journals + ": there is nothing to make an exception for.");
        }
        return failing;
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

    /** Writes beside its place and moves there; not before what is there can be read with the new entry. */
    private static void write(ExceptionSettings settings, ExceptionEntry entry) throws IOException {
        Path file = settings.file();
        String before = Files.exists(file) ? Files.readString(file) : "";
        String after = entry.appendedTo(before);
        ExceptionsFile.parse(after, String.valueOf(file.getFileName()), settings.lastDay(entry.until()));
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(draft, after);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
