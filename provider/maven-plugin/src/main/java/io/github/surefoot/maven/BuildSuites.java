package io.github.surefoot.maven;

import io.github.surefoot.analysis.report.ModulePage;
import io.github.surefoot.analysis.report.SuiteLink;
import io.github.surefoot.analysis.report.SuitePart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * The suites that a build has judged so far, of all its modules, whichever run at once: it keeps the pages of the modules,
 * of which that of the root has all suites, and the line with which the build ends.
 */
final class BuildSuites {
    private static final String KEY = "io.github.surefoot.suites";
    private static final String END = "the end is waited for";

    private final MavenSession session;
    private final Log log;

    /**
     * What is known of them, by the module's directory and the suite. The realm of this class may differ between modules, so
     * only types of the JDK are kept in the session.
     */
    private final Map<String, List<String>> suites;

    BuildSuites(MavenSession session, Log log) {
        this.session = session;
        this.log = log;
        this.suites = suites(session.getRepositorySession().getData());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> suites(SessionData build) {
        build.set(KEY, null, new TreeMap<String, List<String>>());
        return (Map<String, List<String>>) Objects.requireNonNull(build.get(KEY));
    }

    /**
     * Takes a suite whose part of the page is written.
     *
     * @param counts whether it has a verdict that is one of the build's
     * @throws IOException if a page cannot be written
     */
    void judged(MavenProject module, SuitePart part, boolean counts) throws IOException {
        synchronized (suites) {
            suites.put(
                    key(module, part),
                    List.of(
                            counts ? module.getBasedir().toString() : "",
                            part.suite(),
                            part.state(),
                            part.numbers(),
                            part.anchor()));
            if (suites.putIfAbsent(END, List.of("")) == null) {
                EndOfBuild.of(session, () -> line().ifPresent(log::info));
            }
            write(module);
            if (isOfSeveralModules() && !module.equals(root()) && counts) {
                write(root());
            }
        }
    }

    private static String key(MavenProject module, SuitePart part) {
        return module.getBasedir() + "\n" + part.prefix();
    }

    private void write(MavenProject module) throws IOException {
        ModuleReport report = new ModuleReport(module);
        List<SuitePart> parts = report.parts();
        Set<String> earlier = new HashSet<>();
        for (SuitePart part : parts) {
            if (!suites.containsKey(key(module, part))) {
                earlier.add(part.prefix());
            }
        }
        ModulePage page = ModulePage.of(report.name(), parts, earlier);
        List<SuiteLink> all = isOfSeveralModules() ? all() : List.of();
        if (!all.isEmpty()) {
            Path overview = new ModuleReport(root()).page();
            page = module.equals(root())
                    ? page.withModules(all)
                    : page.leadingTo(SuiteLink.way(report.page(), overview, ""));
        }
        page.write(report.page());
    }

    private boolean isOfSeveralModules() {
        return session.getProjects().size() > 1;
    }

    /** Returns the module whose page has those of all others: also where Maven was told to build others only. */
    private MavenProject root() {
        return session.getAllProjects().stream()
                .filter(MavenProject::isExecutionRoot)
                .findFirst()
                .orElse(session.getTopLevelProject());
    }

    private List<SuiteLink> all() {
        List<SuiteLink> result = new ArrayList<>();
        Path overview = new ModuleReport(root()).page();
        for (MavenProject module : session.getProjects()) {
            List<List<String>> ofModule = of(module);
            Path page = new ModuleReport(module).page();
            for (List<String> facts : ofModule) {
                boolean alone = ofModule.size() == 1 && !page.equals(overview);
                result.add(new SuiteLink(
                        facts.get(1),
                        facts.get(2),
                        facts.get(3),
                        SuiteLink.way(overview, page, alone ? "" : facts.get(4))));
            }
        }
        return result;
    }

    private List<List<String>> of(MavenProject module) {
        return suites.values().stream()
                .filter(facts -> facts.get(0).equals(module.getBasedir().toString()))
                .toList();
    }

    /** Returns a line on the whole build; none if it has one suite only, whose verdict says it all. */
    private Optional<String> line() {
        synchronized (suites) {
            List<SuiteLink> all = all();
            boolean several = isOfSeveralModules();
            if (all.isEmpty() || (all.size() == 1 && !several)) {
                return Optional.empty();
            }
            Path page =
                    new ModuleReport(several ? root() : session.getProjects().get(0)).page();
            return Optional.of(
                    BuildLine.of(session.getProjects().size(), all, several ? notJudged() : List.of(), page));
        }
    }

    /** Returns the modules that might have had tests to judge, but whose build did not get there. */
    private List<String> notJudged() {
        return session.getProjects().stream()
                .filter(module -> of(module).isEmpty())
                .filter(module -> !(session.getResult().getBuildSummary(module) instanceof BuildSuccess))
                .map(MavenProject::getArtifactId)
                .toList();
    }
}
