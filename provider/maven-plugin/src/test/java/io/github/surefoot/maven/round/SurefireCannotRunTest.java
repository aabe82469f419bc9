package io.github.surefoot.maven.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.maven.surefire.SurefireResult;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurefireCannotRunTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No tests matching pattern "Nothing" were executed! | Check the pattern given with -Dtest
            No tests were executed! | -Dsurefire.failIfNoSpecifiedTests=false
            java.lang.NoClassDefFoundError: org/junit/platform/launcher/LauncherExecutionRequest | import junit-bom
            OutputDirectoryCreator not available | mvn dependency:tree -Dincludes=org.junit*
            NoSuchMethodError: org.junit.platform.commons.Something | import junit-bom
            java.lang.UnsupportedClassVersionError: X has been compiled by a more recent version | JVM is older than 17
            Unrecognized option: -Xmx1gig | check argLine and jvm in the Surefire configuration
            Error: Could not find or load main class | check argLine and jvm in the Surefire configuration
            something unheard of | What Surefire said:
            """)
    void theMendFitsWhatSurefireSaid(String said, String mend) {
        MojoFailureException thrown = new MojoFailureException(said);
        MojoExecutionException told = new SurefireCannotRun(
                        TestPlugin.SUREFIRE, List.of(), new SurefireResult.Faulted(thrown))
                .asMojoException();
        assertThat(told)
                .hasMessageStartingWith("Surefire could not run a single test, so there is nothing to judge. ")
                .hasMessageContaining(mend)
                .hasMessageEndingWith("\n" + said)
                .hasCause(thrown);
    }

    @Test
    void ofFailsafeItNamesFailsafesOwnProperties() {
        MojoFailureException thrown = new MojoFailureException("No tests matching pattern \"Nothing\" were executed!");
        assertThat(new SurefireCannotRun(TestPlugin.FAILSAFE, List.of(), new SurefireResult.TestsFailed(thrown))
                        .asMojoException())
                .hasMessageStartingWith("Failsafe could not run a single test")
                .hasMessageContaining("given with -Dit.test, or add -Dfailsafe.failIfNoSpecifiedTests=false");
    }

    /** As commons-io 2.22.0 does, of which JaCoCo sets argLine after the tests are compiled. */
    @Test
    void aPropertyThatNobodyHasSetIsNamedAndOfAHundredJvmsTen() {
        String said = IntStream.range(0, 100)
                .mapToObj(fork -> "Process Exit Code: 1 of surefire_" + fork)
                .collect(Collectors.joining("\n"));
        MojoExecutionException told = new SurefireCannotRun(
                        TestPlugin.SUREFIRE,
                        List.of("argLine", "agent"),
                        new SurefireResult.Faulted(new MojoFailureException(said)))
                .asMojoException();
        assertThat(told)
                .hasMessageContaining(
                        "argLine in the Surefire configuration asks for @{argLine}, a property that nobody")
                .hasMessageContaining(" said:\nProcess Exit Code: 1 of surefire_0\n")
                .hasMessageEndingWith("\nProcess Exit Code: 1 of surefire_9\n(and 90 more lines)");
    }

    @Test
    void theCommandLineIsNotTold() {
        MojoExecutionException told = new SurefireCannotRun(
                        TestPlugin.SUREFIRE,
                        List.of(),
                        new SurefireResult.Faulted(
                                new MojoFailureException("The fork died.\nCommand was java -Dpassword=hunter2")))
                .asMojoException();
        assertThat(told.getMessage()).endsWith("\nThe fork died.").doesNotContain("hunter2");
    }

    @Test
    void failedTestsWithoutAJournalOfThemAreNothingToJudgeEither() {
        MojoFailureException thrown = new MojoFailureException("There are test failures.");
        assertThat(new SurefireCannotRun(TestPlugin.SUREFIRE, List.of(), new SurefireResult.TestsFailed(thrown))
                        .asMojoException())
                .hasMessageEndingWith("\nThere are test failures.")
                .hasCause(thrown);
    }
}
