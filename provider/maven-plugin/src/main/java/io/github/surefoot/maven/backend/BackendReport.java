package io.github.surefoot.maven.backend;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.ConsoleLine.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a module has that opens connections beside the worker's database, and whether its project lets it. */
public final class BackendReport {
    private final BackendRules rules;
    private final int files;
    private final int dependencies;
    private final List<RuledFinding> judged;
    private final List<String> unneeded;

    private BackendReport(BackendRules rules, int files, int dependencies, List<BackendFinding> findings) {
        this.rules = rules;
        this.files = files;
        this.dependencies = dependencies;
        this.judged = findings.stream()
                .map(finding -> new RuledFinding(finding, rules.rule(finding)))
                .toList();
        this.unneeded = rules.unneeded(findings);
    }

    /**
     * Looks at a module.
     *
     * @param rules what the project has banned, and its exceptions
     * @param main where the classes of the program are; need not exist
     * @param test where the classes of its tests are; need not exist
     * @param dependencies what is on the test class path
     * @throws IOException if a class file cannot be opened
     */
    public static BackendReport of(BackendRules rules, Path main, Path test, List<Dependency> dependencies)
            throws IOException {
        ClassFiles.ScanResult ofMain = new ClassFiles(Place.Scope.MAIN, main).scan(rules);
        ClassFiles.ScanResult ofTest = new ClassFiles(Place.Scope.TEST, test).scan(rules);
        List<BackendFinding> findings = Stream.of(
                        ofMain.findings().stream(),
                        ofTest.findings().stream(),
                        dependencies.stream().flatMap(dependency -> DatabaseLibraries.scan(dependency, rules).stream()))
                .flatMap(stream -> stream)
                // Two calls of one line are one finding.
                .distinct()
                .toList();
        return new BackendReport(rules, ofMain.files() + ofTest.files(), dependencies.size(), findings);
    }

    /** Returns how many findings are banned; none if the module may pass. */
    public long banned() {
        return judged.stream().filter(RuledFinding::isBanned).count();
    }

    /** Returns what to print: one line for each finding. */
    public List<ConsoleLine> console() {
        List<ConsoleLine> lines = new ArrayList<>();
        lines.add(new ConsoleLine(Level.INFO, headline()));
        judged.forEach(one -> lines.add(line(one)));
        unneeded.forEach(name -> lines.add(new ConsoleLine(
                Level.WARN,
                "  " + BackendRules.ALLOWED + " names " + name + ", which nothing needs. Remove it there.")));
        return List.copyOf(lines);
    }

    private String headline() {
        String banned = rules.bansAnything() ? String.join(", ", rules.bannedTexts()) : "nothing";
        return "Surefoot: " + files + " class files and " + dependencies + " dependencies looked at; " + judged.size()
                + " ways past the worker's database; banned: " + banned;
    }

    private static ConsoleLine line(RuledFinding one) {
        String text = one.finding().line();
        if (one.ruling() instanceof Ruling.Allowed allowed) {
            return new ConsoleLine(Level.INFO, "  allowed by name (" + allowed.by() + "): " + text);
        }
        if (one.ruling() instanceof Ruling.Banned) {
            return new ConsoleLine(Level.ERROR, "  BANNED " + text);
        }
        Level level = one.finding() instanceof UnreadableFinding ? Level.WARN : Level.INFO;
        return new ConsoleLine(level, "  " + text);
    }

    /**
     * Writes all of it for scripts to read, as {@code docs/reference/backend.md} tells.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeJson(Path file) throws IOException {
        BackendJson.write(file, rules, judged, unneeded);
    }
}
