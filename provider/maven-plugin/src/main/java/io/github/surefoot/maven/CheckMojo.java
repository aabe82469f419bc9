package io.github.surefoot.maven;

import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges journals that are already there: those of the last run, of another machine, or of several at once. Runs no
 * test.
 */
@Mojo(name = "check", threadSafe = true)
public final class CheckMojo extends AbstractSurefootMojo {

    /** The directories that have the journals, separated by commas; those of the module's last run if not set. */
    @Parameter(property = "surefoot.journals")
    private @Nullable String journals;

    /** Called by Maven. */
    @Inject
    public CheckMojo(BuildPluginManager plugins) {
        super(plugins);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException {
        JudgeSettings settings = JudgeSettings.parse(this::property);
        Publication publication = publication();
        List<Path> from = journals(journals);
        if (journals == null && !Files.isDirectory(from.get(0))) {
            if (project().getPackaging().equals("pom")) {
                getLog().info("Surefoot: a module without tests has nothing to judge.");
                return;
            }
            throw new MojoExecutionException("There are no journals in " + from.get(0)
                    + ". Run " + suiteCommand()
                    + " first, or name their directories with -Dsurefoot.journals=DIRECTORY,DIRECTORY.");
        }
        alone(() -> judge(settings, publication, from));
    }

    private void judge(JudgeSettings settings, Publication publication, List<Path> from)
            throws MojoFailureException, IOException {
        Judgement judgement =
                settings.judge(Map.of(), commands(), exceptions(), checkout()).judge(from);
        Remembered remembered = publication.write(judgement, false);
        publication.print(judgement, remembered);
        Publication.failUnlessHeld(judgement);
    }
}
