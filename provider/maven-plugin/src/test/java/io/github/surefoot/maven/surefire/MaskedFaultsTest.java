package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class MaskedFaultsTest {
    private static final String CANARY = "canary-0123456789";

    private final MaskedFaults faults =
            new MaskedFaults(Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, CANARY))));

    @Test
    void whatShowsNoSecretIsLeftAsItIs() {
        MojoFailureException failure = new MojoFailureException("There are test failures.");
        MojoExecutionException fault = new MojoExecutionException("crashed", new IllegalStateException("because"));
        assertThat(faults.masked(failure)).isSameAs(failure);
        assertThat(faults.masked(fault)).isSameAs(fault);
    }

    @Test
    void messagesOfAllCausesAreMaskedAndTheRestIsKept() {
        IllegalStateException between =
                new IllegalStateException("in between", new IllegalArgumentException("with " + CANARY));
        MojoExecutionException fault = new MojoExecutionException("cannot look for tests", between);
        MojoExecutionException masked = faults.masked(fault);
        assertThat(masked).hasMessage("cannot look for tests").hasStackTraceContaining("with ***API_KEY***");
        assertThat(masked.getStackTrace()).isEqualTo(fault.getStackTrace());
        assertThat(masked).cause().hasMessage("java.lang.IllegalStateException: in between");
        assertThat(masked).cause().satisfies(cause -> assertThat(cause.getStackTrace())
                .isEqualTo(between.getStackTrace()));
        assertThat(masked).rootCause().hasMessage("java.lang.IllegalArgumentException: with ***API_KEY***");
        assertThat(traceOf(masked)).doesNotContain(CANARY);
    }

    @Test
    void aFailureStaysAFailure() {
        MojoFailureException masked = faults.masked(new MojoFailureException("failed with " + CANARY));
        assertThat(masked).hasMessage("failed with ***API_KEY***").hasNoCause();
    }

    private static String traceOf(Throwable thrown) {
        java.io.StringWriter trace = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(trace, true));
        return trace.toString();
    }
}
