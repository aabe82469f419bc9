package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class SurefireResultTest {
    private static String message(String said) {
        return new SurefireResult.Faulted(new MojoFailureException(said)).message();
    }

    @Test
    void theCommandLineOfACrashIsLeftOutSinceItMayHoldSecrets() {
        assertThat(message("""

                The forked VM terminated without properly saying goodbye. VM crash or System.exit called?
                Command was /bin/sh -c cd /home/me && java -Dpassword=hunter2 -jar surefire.jar
                Error occurred in starting fork, check output in log
                Process Exit Code: 134
                Crashed tests:
                shop.CartTest
                org.apache.maven.surefire.booter.SurefireBooterForkException: Command was /bin/sh -c java -Dpassword=hunter2
                \tat org.apache.maven.plugin.surefire.booterclient.ForkStarter.run(ForkStarter.java:1)
                Caused by: java.lang.RuntimeException: Command was java -Dpassword=hunter2
                """)).isEqualTo("""
                The forked VM terminated without properly saying goodbye. VM crash or System.exit called?
                Process Exit Code: 134
                Crashed tests:
                shop.CartTest""");
    }

    @Test
    void everyExitCodeSaysOfWhichForkItIs() {
        assertThat(message("""
                ExecutionException The forked VM terminated without properly saying goodbye.
                Command was /bin/sh -c cd '/a b' && 'java' '-Dpassword=hunter2' '2026-jvmRun1' 'surefire-1tmp' 'surefire_0-2tmp'
                Process Exit Code: 7
                Crashed tests:
                shop.CartTest
                ExecutionException The forked VM terminated without properly saying goodbye.
                Command was /bin/sh -c cd '/a b' && 'java' '-Dpassword=hunter2' '2026-jvmRun2' 'surefire-3tmp' 'surefire_1-4tmp'
                Process Exit Code: 7
                """)).isEqualTo("""
                Process Exit Code: 7 of surefire_0-2tmp
                Crashed tests:
                shop.CartTest
                Process Exit Code: 7 of surefire_1-4tmp""");
    }

    @Test
    void whatSurefireSaysTwiceIsSaidOnce() {
        assertThat(message("one\ntwo\none\n")).isEqualTo("one\ntwo");
    }

    @Test
    void whereElseToLookIsLeftOut() {
        assertThat(message("There was a fault.\n\nSee target/surefire-reports for the individual test results.\n"
                        + "See dump files (if any exist) [date].dump."))
                .isEqualTo("There was a fault.");
    }

    @Test
    void anExceptionWithoutAMessageIsNamedByItsType() {
        assertThat(new SurefireResult.Faulted(new MojoExecutionException((String) null)).message())
                .isEqualTo(MojoExecutionException.class.getName());
    }

    @Test
    void whereThereAreTracesAloneTheLastCauseIsToldAndNoCommand() {
        assertThat(message("""
                org.apache.maven.surefire.booter.SurefireBooterForkException: There was an error in the forked process
                \tat org.apache.maven.plugin.surefire.booterclient.ForkStarter.run(ForkStarter.java:1)
                Caused by: java.lang.IllegalStateException: no worker
                \tat org.apache.maven.plugin.surefire.booterclient.ForkStarter.run(ForkStarter.java:2)
                \t... 6 more
                Caused by: java.io.IOException: The server does not answer
                \t... 8 more
                Caused by: java.lang.RuntimeException: Command was java -Dpassword=hunter2
                \t... 9 more
                """)).isEqualTo("java.io.IOException: The server does not answer");
    }
}
