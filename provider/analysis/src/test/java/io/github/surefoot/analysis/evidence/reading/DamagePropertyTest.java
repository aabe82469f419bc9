package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done to the journals of a run that held, the verdict is never held again, and nothing is thrown. */
@Tag("slow")
class DamagePropertyTest {
    private static Path root = Path.of("");
    private static Path whole = Path.of("");

    @BeforeContainer
    static void run() throws IOException {
        root = Files.createTempDirectory("damage");
        whole = new JournalScript(root.resolve("whole"), 3)
                .test("shop.CartTest", "adds", "PPP")
                .test("shop.CartTest", "expires", "PPS")
                .test("shop.OrderTest", "ships", "PPP")
                .write();
        assertThat(judge(whole, GateKind.TEST).isHeld()).isTrue();
    }

    @AfterContainer
    static void clean() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 400, seed = "2026")
    void aLostByteIsNoticed(@ForAll long seed, @ForAll GateKind gate) throws IOException {
        damaged(seed, gate, (bytes, random) -> {
            int at = random.nextInt(bytes.length);
            byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
            System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
            return shorter;
        });
    }

    @Property(tries = 400, seed = "2026")
    void aChangedByteIsNoticed(@ForAll long seed, @ForAll GateKind gate) throws IOException {
        damaged(seed, gate, (bytes, random) -> {
            byte[] other = bytes.clone();
            other[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            return other;
        });
    }

    @Property(tries = 400, seed = "2026")
    void aJournalCutOffAnywhereIsNoticed(@ForAll long seed, @ForAll GateKind gate) throws IOException {
        damaged(seed, gate, (bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    @Property(tries = 400, seed = "2026")
    void linesLostOrSwappedAreNoticed(@ForAll long seed, @ForAll GateKind gate) throws IOException {
        damaged(seed, gate, (bytes, random) -> {
            List<String> lines = new ArrayList<>(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            if (random.nextBoolean()) {
                lines.remove(random.nextInt(lines.size()));
            } else {
                int i = random.nextInt(lines.size() - 1);
                Collections.swap(lines, i, i + 1);
            }
            return (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        });
    }

    @Property(tries = 100, seed = "2026")
    void journalsLostAreNoticed(@ForAll long seed, @ForAll GateKind gate, @ForAll @IntRange(min = 1, max = 7) int lost)
            throws IOException {
        Path copy = copy();
        List<Path> files = new ArrayList<>(journals(copy));
        Collections.shuffle(files, new Random(seed));
        for (Path file : files.subList(0, lost)) {
            Files.delete(file);
        }
        assertNotHeld(copy, gate);
    }

    private interface Damage {
        byte[] to(byte[] bytes, Random random);
    }

    private static void damaged(long seed, GateKind gate, Damage damage) throws IOException {
        Random random = new Random(seed);
        Path copy = copy();
        List<Path> files = journals(copy);
        Path victim = files.get(random.nextInt(files.size()));
        Files.write(victim, damage.to(Files.readAllBytes(victim), random));
        assertNotHeld(copy, gate);
    }

    private static void assertNotHeld(Path journals, GateKind gate) {
        Verdict verdict = judge(journals, gate);
        assertThat(verdict.isHeld()).isFalse();
        assertThat(verdict.reasons()).isNotEmpty();
        Judgement judgement =
                new Judge(settings(gate), Categories.defaults(), Reporting.defaults()).judge(List.of(journals));
        new VerdictLines(judgement).lines().forEach(line -> assertThat(line.text())
                .doesNotContain("\n"));
    }

    private static Verdict judge(Path journals, GateKind gate) {
        return new Judge(settings(gate), Categories.defaults(), Reporting.defaults())
                .judge(List.of(journals))
                .verdict();
    }

    private static GateSettings settings(GateKind gate) {
        return GateSettings.parse(gate.word(), "0", null, true);
    }

    private static Path copy() throws IOException {
        Path copy = Files.createTempDirectory(root, "copy");
        for (Path file : journals(whole)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    private static List<Path> journals(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
