package io.github.surefoot.maven.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.analysis.console.RunLines;
import io.github.surefoot.core.WorkerKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches the terminal, byte by byte: of Maven's log, of tests that print, and of the status line. */
class StatusConsoleTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private PrintStream outBefore = System.out;
    private PrintStream errBefore = System.err;

    @BeforeEach
    void show() {
        outBefore = System.out;
        errBefore = System.err;
        PrintStream shown = new PrintStream(screen, true, StandardCharsets.UTF_8);
        System.setOut(shown);
        System.setErr(shown);
    }

    @AfterEach
    void restore() {
        System.setOut(outBefore);
        System.setErr(errBefore);
    }

    @Test
    void onATerminalTheLineIsRedrawnInItsPlace() throws IOException {
        run(new StatusConsole(screen, () -> {}));
        golden("redrawn", shown());
    }

    @Test
    void elsewhereItIsALineNowAndThen() throws IOException {
        run(new StatusConsole(null, () -> {}));
        golden("plain", shown());
    }

    /** A run of two rounds, whose tests print, with and without line ends. */
    private void run(StatusConsole status) {
        RunLines lines = new RunLines(2);
        ModuleConsole module = new ModuleConsole(new SystemStreamLog(), "");
        try (ProgressConsole progress = new ProgressConsole(status, module)) {
            progress.open(lines.before(OptionalInt.empty(), 2, WorkerKind.FRESH, OptionalLong.empty(), List.of()));
            progress.show(lines.during(1, 0, 0, 0, 1_000), 1_000);
            progress.show(lines.during(1, 3, 128, 0, 2_000), 2_000);
            System.out.println("A test says something.");
            progress.show(lines.during(1, 5, 128, 1, 3_000), 3_000);
            System.out.print("A test asks something: ");
            progress.show(lines.during(1, 6, 128, 1, 10_000), 10_000);
            progress.show(lines.during(1, 7, 128, 1, 11_000), 11_000);
            System.out.println("42.");
            System.err.println("And complains.");
            progress.show(lines.during(1, 9, 128, 1, 20_000), 20_000);
            progress.print(
                    lines.after(new RoundSummary(1, Map.of("passed", 741), List.of("CartTest.expires"), 21_300)));
            progress.show(lines.during(2, 1, 128, 0, 9_000), 9_000);
            progress.print(lines.after(new RoundSummary(2, Map.of("passed", 742), List.of(), 11_900)));
        }
        System.out.println("[INFO] BUILD SUCCESS");
    }

    @Test
    void modulesThatRunAtOnceAreToldApart() {
        ModuleConsole module = new ModuleConsole(new SystemStreamLog(), "cart");
        try (ProgressConsole progress = new ProgressConsole(new StatusConsole(null, () -> {}), module)) {
            progress.open(
                    new RunLines(5).before(OptionalInt.empty(), 1, WorkerKind.FRESH, OptionalLong.empty(), List.of()));
            progress.print(new RunLines(5).after(new RoundSummary(1, Map.of("passed", 8), List.of(), 1_500)));
        }
        assertThat(shown()).isEqualTo("""
                [info] cart: Surefoot: 5 rounds on 1 fresh worker
                [info] cart:   round 1/5   8 passed                          1.5 s
                """);
    }

    @Test
    void whateverIsPrintedArrivesAsItWas() {
        Random random = new Random(5);
        StringBuilder printed = new StringBuilder("[info] first\n");
        StatusConsole status = new StatusConsole(screen, () -> {});
        assertThat(status.open(() -> new SystemStreamLog().info("first"))).isTrue();
        for (int i = 0; i < 5_000; i++) {
            String text = "x".repeat(random.nextInt(90)) + (random.nextBoolean() ? "\n" : "");
            switch (random.nextInt(4)) {
                case 0 -> status.show("status " + i);
                case 1 -> status.hide();
                default -> {
                    (random.nextInt(20) == 0 ? System.err : System.out).print(text);
                    printed.append(text);
                }
            }
        }
        status.close();
        assertThat(shown()).contains("status 1");
        assertThat(withoutStatus()).isEqualTo(printed.toString());
    }

    /** As Maven 4 does: its log does not go through System.out. */
    @Test
    void whereTheLogPassesElsewhereNothingIsRedrawn() {
        PrintStream aside = new PrintStream(screen, true, StandardCharsets.UTF_8);
        StatusConsole status = new StatusConsole(screen, () -> {});
        assertThat(status.open(() -> aside.println("first"))).isFalse();
        status.close();
        assertThat(shown()).isEqualTo("first\n");
    }

    @Test
    void theLogLooksForItsStreamAgainBothTimes() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        List<PrintStream> seen = new ArrayList<>();
        StatusConsole status = new StatusConsole(screen, () -> seen.add(System.out));
        assertThat(status.open(() -> System.out.println("first"))).isTrue();
        PrintStream during = System.out;
        status.close();
        assertThat(during).isNotSameAs(out);
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
        assertThat(seen).containsExactly(during, out);
    }

    @Test
    void aTerminalThatIsGoneDoesNotEndTheRun() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        StatusConsole status = new StatusConsole(gone, () -> {});
        status.open(() -> System.out.println("first"));
        status.show("status");
        status.close();
        assertThat(shown()).isEqualTo("first\n");
    }

    @Test
    void batchModeServersAndDumbTerminalsAreNoTerminals() {
        assertThat(Terminal.find(false, name -> null)).isNull();
        assertThat(Terminal.find(true, Map.of("CI", "true")::get)).isNull();
        assertThat(Terminal.find(true, Map.of("TERM", "dumb")::get)).isNull();
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** Takes away what was drawn and wiped again, and nothing else. */
    private String withoutStatus() {
        String rest = shown().replaceAll("(?<=^|\n)(\u001b\\[\\?7l[^\r\n]*\u001b\\[\\?7h\r\u001b\\[2K)+", "");
        assertThat(rest).as("every line that was drawn has given way").doesNotContain("\u001b", "\r");
        return rest;
    }

    /** With {@code -Dgolden.update=true} the file is written instead; read the difference before committing it. */
    private static void golden(String name, String shown) throws IOException {
        String legible = shown.replace("\u001b", "<esc>").replace("\r", "<cr>");
        Path file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, legible);
        }
        assertThat(legible).isEqualTo(Files.readString(file));
    }
}
