package io.github.surefoot.surefire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptOutputTest {
    private static final String CANARY = "canary-0815-value";

    @TempDir
    Path dir;

    private KeptOutput output() throws Exception {
        return new KeptOutput(
                dir.resolve("output"),
                Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, CANARY))).stream());
    }

    @Test
    void holdsWhatIsPrintedInAnyPiecesWithSecretsMasked() throws Exception {
        KeptOutput output = output();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        out.print("grüße, canary-0815");
        out.print("-value");
        out.println(" and more");
        out.write('x');
        out.print("\nend");
        output.end();

        assertThat(dir.resolve("output")).hasContent("grüße, ***API_KEY*** and more\nx\nend");
    }

    @Test
    void beginsAnewWithEachRun() throws Exception {
        KeptOutput output = output();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        out.print("of the run before");
        output.restart();
        out.println("of this run");
        output.end();

        assertThat(dir.resolve("output")).hasContent("of this run");
    }

    @Test
    void aTestThatPrintsWithoutEndFillsNoDisk() throws Exception {
        KeptOutput output = output();
        byte[] line = ("x".repeat(999_999) + "\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 12; i++) {
            output.write(line, 0, line.length);
        }
        output.end();

        assertThat(dir.resolve("output")).hasSize(10_000_000);
    }
}
