package io.github.surefoot.maven;

import io.github.surefoot.analysis.report.SuitePage;
import io.github.surefoot.analysis.report.SuitePages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * The suites that a build has judged so far, of all its modules, whichever run at once: it keeps the page that has all of
 * them, and the links between the pages of one module.
 */
final class BuildSuites {
    private static final String KEY = "io.github.surefoot.suites";
    private static final String FINISHED = "finished ";

    private final MavenSession session;

    /**
     * What is known of them, by the module's directory and the page. The realm of this class may differ between modules, so
     * only types of the JDK are kept in the session.
     */
    private final Map<String, List<String>> suites;

    BuildSuites(MavenSession session) {
        this.session = session;
        this.suites = suites(session.getRepositorySession().getData());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> suites(SessionData build) {
        build.set(KEY, null, new TreeMap<String, List<String>>());
        return (Map<String, List<String>>) Objects.requireNonNull(build.get(KEY));
    }

    /**
     * Takes a suite whose page is written.
     *
     * @throws IOException if a page cannot be changed
     */
    void judged(MavenProject module, SuitePage suite) throws IOException {
        synchronized (suites) {
            suites.put(
                    module.getBasedir() + "\n" + suite.page(),
                    List.of(
                            module.getBasedir().toString(),
                            suite.suite(),
                            suite.state(),
                            suite.numbers(),
                            suite.page().toString()));
            Optional<Path> overview = overview();
            List<SuitePage> ofModule = of(module);
            if (ofModule.size() > 1 || overview.isPresent()) {
                SuitePages.link(ofModule, overview);
            }
            if (overview.isPresent()) {
                SuitePages.writeOverview(
                        overview.get(), session.getTopLevelProject().getName(), all());
            }
        }
    }

    /** Returns the page of all suites; that of a build of one module is the module's own. */
    private Optional<Path> overview() {
        return session.getProjects().size() < 2
                ? Optional.empty()
                : Optional.of(
                        Path.of(session.getTopLevelProject().getBuild().getDirectory(), "surefoot/report/index.html"));
    }

    private List<SuitePage> of(MavenProject module) {
        return suites.values().stream()
                .filter(facts -> facts.get(0).equals(module.getBasedir().toString()))
                .map(facts -> new SuitePage(facts.get(1), facts.get(2), facts.get(3), Path.of(facts.get(4))))
                .toList();
    }

    private List<SuitePage> all() {
        List<SuitePage> result = new ArrayList<>();
        session.getProjects().forEach(module -> result.addAll(of(module)));
        return result;
    }

    /**
     * Takes note that a module has nothing more to judge.
     *
     * @return a line on all suites of the build, if it was the last module, and there are several suites
     */
    Optional<String> finished(MavenProject module) {
        synchronized (suites) {
            suites.put(FINISHED + module.getBasedir(), List.of(""));
            boolean last =
                    session.getProjects().stream().allMatch(one -> suites.containsKey(FINISHED + one.getBasedir()));
            List<SuitePage> all = all();
            return last && all.size() > 1 ? Optional.of(line(all)) : Optional.empty();
        }
    }

    private String line(List<SuitePage> all) {
        List<String> others = all.stream()
                .filter(suite -> !suite.state().equals("held"))
                .map(suite -> suite.suite() + " " + suite.state())
                .toList();
        return "Surefoot: of " + all.size() + " suites of this build, " + (all.size() - others.size()) + " held"
                + (others.isEmpty() ? "" : "; " + String.join(", ", others))
                + overview().map(page -> "; all of them are in " + page).orElse("");
    }
}
