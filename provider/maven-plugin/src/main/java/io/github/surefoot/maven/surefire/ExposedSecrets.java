package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.secret.Redactor;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Secrets that the project itself writes into Surefire's configuration, by {@code ${env.API_KEY}} for instance, from
 * where they reach places in which nothing can mask them.
 */
public record ExposedSecrets(Redactor redactor) {
    private static final String ARG_LINE = "argLine";
    private static final String MEND = " Take it out: tests read a secret with Secrets.get, or from the environment.";

    /**
     * Looks into the configuration of a run.
     *
     * @return warnings for the console: elements that Maven logs with {@code -X}; empty if there are none
     * @throws MojoExecutionException if the command line of the workers would show a secret
     */
    public List<String> in(Surefire surefire) throws MojoExecutionException {
        return in(surefire.parameter(ARG_LINE), surefire.configuration());
    }

    List<String> in(Optional<String> argLine, SurefireConfiguration configuration) throws MojoExecutionException {
        if (argLine.filter(redactor::finds).isPresent()) {
            throw new MojoExecutionException("Surefire's argLine holds a secret: " + redactor.redact(argLine.get())
                    + ". Every user of this machine can read the command lines of its processes." + MEND);
        }
        return configuration.elementsWith(redactor::finds).stream()
                .map(name -> "The Surefire configuration holds a secret in <" + name
                        + ">, which Maven logs when it runs with -X." + MEND)
                .toList();
    }
}
