package io.github.surefoot.maven.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JvmWarningsConsoleTest {
    private static final String SHARING = "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader"
            + " classes because bootstrap classpath has been appended";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(printed, true, Charset.defaultCharset()));
    }

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @Test
    void eachIsPassedOnOnceAndEverythingElseAlways() {
        PrintStream own = System.err;
        try (JvmWarningsConsole warnings = JvmWarningsConsole.once()) {
            assertThat(warnings).isNotNull();
            for (int worker = 1; worker <= 3; worker++) {
                System.err.println(SHARING);
                System.err.println("WARNING: A restricted method in java.lang.System has been called");
                System.err.println("Killed");
            }
        }

        assertThat(System.err).isSameAs(own);
        assertThat(printed.toString(Charset.defaultCharset()).lines())
                .containsExactly(
                        SHARING,
                        "WARNING: A restricted method in java.lang.System has been called",
                        "Killed",
                        "Killed",
                        "Killed");
    }
}
