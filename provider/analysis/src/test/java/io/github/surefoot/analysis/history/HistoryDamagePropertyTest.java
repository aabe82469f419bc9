package io.github.surefoot.analysis.history;

import static io.github.surefoot.analysis.history.Runs.day;
import static io.github.surefoot.analysis.history.Runs.history;
import static io.github.surefoot.analysis.history.Runs.test;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * Whatever a history file holds, nothing is thrown, so that the build keeps its verdict; and what was in the file is in
 * it still, or in one that was set aside and told of.
 */
@Tag("slow")
class HistoryDamagePropertyTest {
    private static final int PAGE = 4096;
    private static final int HEADER = 100;
    private static final List<String> SCHEMAS = List.of(
            "drop table surefoot_result",
            "drop table surefoot_run",
            "drop table surefoot_test",
            "delete from surefoot_schema",
            "update surefoot_schema set version = version + 7",
            "update surefoot_schema set version = -version",
            "update surefoot_schema set checksum = x'00ff'",
            "insert into surefoot_schema values (4, 'x', '9.9.9', 0)",
            "alter table surefoot_run rename to surefoot_runs",
            "alter table surefoot_run add column extra text not null default ''",
            "alter table surefoot_test rename column name to title",
            "update surefoot_test set name = x'ff00fe' where id = 1",
            "update surefoot_result set passed = 'many'",
            "update surefoot_run set started_at = 'yesterday', module = 'com.example:shop'",
            "pragma user_version = 99",
            "pragma application_id = 99",
            "pragma journal_mode = wal",
            "create trigger refuse before insert on surefoot_run begin select raise(abort, 'no'); end",
            "create view surefoot_view as select * from surefoot_run");

    private static Path root = Path.of("");
    private static byte[] whole = new byte[0];

    @BeforeContainer
    static void someRuns() throws IOException {
        root = Files.createTempDirectory("history-damage");
        Path file = root.resolve("whole.db");
        history(file).remember(Runs.run("big", 1, Runs.many(60)));
        history(file).remember(day(2, test("expires", 5, 0), test("adds", 4, 1)));
        history(file).remember(day(3, test("expires", 0, 5)));
        whole = Files.readAllBytes(file);
    }

    @AfterContainer
    static void clean() throws IOException {
        delete(root);
    }

    /** The seed found a name that stood otherwise in its table than in its index, in the first twenty tries. */
    @Property(tries = 20, seed = "6457414379195131302")
    void bytesChangedInHeaderAndPages(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes)
            throws IOException {
        Random random = new Random(seed);
        byte[] bytes = whole.clone();
        int reach = random.nextBoolean() ? HEADER : bytes.length;
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(reach)] = (byte) random.nextInt();
        }
        survives(bytes, List.of());
    }

    @Property(tries = 12, seed = "2026")
    void cutOffOrOfZerosOrOfPagesInAnotherOrder(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = whole.clone();
        int pages = bytes.length / PAGE;
        int one = random.nextInt(pages) * PAGE;
        int two = random.nextInt(pages) * PAGE;
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> bytes = Arrays.copyOf(bytes, one);
            case 2 -> Arrays.fill(bytes, one, one + PAGE, (byte) 0);
            default -> System.arraycopy(whole, one, bytes, two, PAGE);
        }
        survives(bytes, List.of());
    }

    @Property(tries = 15, seed = "2026")
    void leftoversOfOtherWriters(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> companions = new ArrayList<>(List.of("-wal", "-shm", "-journal"));
        companions.removeIf(name -> random.nextInt(3) == 0);
        survives(whole, companions);
    }

    @Property(seed = "2026")
    void tablesThatAreOthersThanTheyWere(@ForAll @IntRange(min = 0, max = 18) int which) throws IOException {
        Path directory = Files.createTempDirectory(root, "schema");
        Path file = Files.write(directory.resolve("history.db"), whole);
        Sql.run(file, SCHEMAS.get(which));
        remember(file);
        delete(directory);
    }

    @Property(tries = 10, seed = "2026")
    void filesOfOtherPrograms(@ForAll byte[] bytes) throws IOException {
        survives(bytes, List.of());
        byte[] header = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        byte[] almost = Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, almost, header.length, bytes.length);
        survives(almost, List.of());
    }

    private static void survives(byte[] bytes, List<String> companions) throws IOException {
        Path directory = Files.createTempDirectory(root, "copy");
        Path file = Files.write(directory.resolve("history.db"), bytes);
        for (String companion : companions) {
            Files.write(directory.resolve("history.db" + companion), Arrays.copyOf(whole, 600));
        }
        Remembered remembered = remember(file);
        List<Path> asides = asides(directory);
        if (remembered.notices().isEmpty()) {
            // It was used as it is, then: the run was added to what was there.
            assertThat(asides).isEmpty();
            assertThat(Files.size(file)).isGreaterThanOrEqualTo(PAGE);
        } else if (!asides.isEmpty()) {
            assertThat(asides).anySatisfy(aside -> assertThat(aside).hasBinaryContent(bytes));
        } else {
            assertThat(file).hasBinaryContent(bytes);
        }
        delete(directory);
    }

    private static Remembered remember(Path file) {
        Remembered remembered = history(file).remember(day(4, test("expires", 5, 0)));
        assertThat(remembered.notices())
                .allSatisfy(
                        notice -> assertThat(notice).contains(file.toString()).doesNotContain("\n"));
        assertThat(history(file).remember(day(5)).notices())
                .allSatisfy(notice -> assertThat(notice).contains(file.toString()));
        return remembered;
    }

    private static List<Path> asides(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("history\\.db\\.damaged-[0-9-]+"))
                    .toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
