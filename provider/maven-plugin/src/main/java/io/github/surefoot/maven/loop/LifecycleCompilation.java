package io.github.surefoot.maven.loop;

import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What a project does up to {@code test-compile}, done again in this Maven, which is warm. */
public final class LifecycleCompilation implements Watch.Compilation {
    private static final String PHASE = "test-compile";

    private final MavenSession session;
    private final BuildPluginManager plugins;
    private final List<MojoExecution> executions;

    /**
     * Plans it as Maven does.
     *
     * @throws MojoExecutionException if Maven cannot
     */
    public static LifecycleCompilation of(MavenSession session, LifecycleExecutor lifecycle, BuildPluginManager plugins)
            throws MojoExecutionException {
        try {
            return new LifecycleCompilation(
                    session,
                    plugins,
                    lifecycle.calculateExecutionPlan(session, PHASE).getMojoExecutions());
        } catch (Exception e) {
            throw new MojoExecutionException("What this project does up to " + PHASE + " cannot be found out: " + e, e);
        }
    }

    private LifecycleCompilation(MavenSession session, BuildPluginManager plugins, List<MojoExecution> executions) {
        this.session = session;
        this.plugins = plugins;
        this.executions = List.copyOf(executions);
    }

    @Override
    public Optional<String> run() throws MojoExecutionException {
        for (MojoExecution execution : executions) {
            try {
                plugins.executeMojo(session, execution);
            } catch (MojoFailureException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            } catch (MojoExecutionException e) {
                throw e;
            } catch (Exception e) {
                throw new MojoExecutionException(execution + " cannot be run: " + e.getMessage(), e);
            }
        }
        return Optional.empty();
    }
}
