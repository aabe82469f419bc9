package io.github.surefoot.analysis.history;

import static io.github.surefoot.analysis.history.Runs.day;
import static io.github.surefoot.analysis.history.Runs.history;
import static io.github.surefoot.analysis.history.Runs.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that are damaged, of the future, of somebody else, or out of reach. */
class BadDaysTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve(".surefoot").resolve("history.db");
    }

    @Test
    void theDirectoryIsMadeAndKeptOutOfGit() {
        assertThat(history(file()).remember(day(1)).notices()).isEmpty();
        assertThat(file()).exists();
        assertThat(file().resolveSibling(".gitignore")).content().contains("*\n");
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideWithItsContent() throws IOException {
        Files.createDirectories(file().getParent());
        byte[] garbage =
                "this is no database, and more than a page of it. ".repeat(200).getBytes(StandardCharsets.UTF_8);
        Files.write(file(), garbage);

        Remembered remembered = history(file()).remember(day(1, test("expires", 5, 0)));

        assertThat(remembered.notices()).singleElement().satisfies(notice -> assertThat(notice)
                .contains(file().toString(), "damaged", "set aside as history.db.damaged-"));
        assertThat(asides()).singleElement().satisfies(aside -> assertThat(aside)
                .hasBinaryContent(garbage));
        assertThat(history(file()).remember(day(2, test("expires", 5, 0))).runs())
                .hasSize(1);
    }

    @Test
    void aPageOverwrittenInTheMiddleIsNoticed() throws IOException {
        history(file()).remember(Runs.run("big", 1, Runs.many(3_000)));
        long size = Files.size(file());
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            for (long at = 8192; at < size; at += 8192) {
                raw.seek(at);
                raw.write(new byte[4096]);
            }
        }
        byte[] before = Files.readAllBytes(file());

        Remembered remembered = history(file()).remember(day(2));

        assertThat(remembered.notices()).singleElement().asString().contains("set aside");
        assertThat(asides()).singleElement().satisfies(aside -> assertThat(aside)
                .hasBinaryContent(before));
    }

    /** A table and its index that name a row differently are well formed each; only together they show the damage. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aNameThatStandsInTheTableOtherwiseThanInItsIndexIsDamage(int which) throws IOException {
        history(file()).remember(day(1, test("expires", 5, 0)));
        byte[] bytes = Files.readAllBytes(file());
        bytes[placesOf(Runs.CART + "expires", bytes).get(which)] ^= 1;
        Files.write(file(), bytes);

        Remembered remembered = history(file()).remember(day(2, test("expires", 5, 0)));

        assertThat(remembered.notices()).singleElement().asString().contains("set aside");
        assertThat(asides()).singleElement().satisfies(aside -> assertThat(aside)
                .hasBinaryContent(bytes));
        assertThat(history(file()).remember(day(3)).runs())
                .extracting(PastRun::run)
                .containsExactly("run-2");
    }

    @Test
    void twoDamagedFilesInOneSecondAreBothKept() throws IOException {
        Files.createDirectories(file().getParent());
        for (int i = 0; i < 3; i++) {
            Files.writeString(file(), "broken ".repeat(1_000));
            history(file()).remember(day(1));
        }
        assertThat(asides()).hasSize(3);
    }

    @Test
    void aHistoryOfTheFutureIsRefusedPolitelyAndLeftAlone() throws IOException {
        history(file()).remember(day(1, test("expires", 5, 0)));
        Sql.run(
                file(),
                "insert into surefoot_schema (version, checksum, surefoot, applied_at) values (4, 'x', '3.1.4', 0)");
        byte[] before = Files.readAllBytes(file());

        Remembered remembered = history(file()).remember(day(2, test("expires", 5, 0)));

        assertThat(remembered.notices())
                .singleElement()
                .asString()
                .contains("schema 4 by Surefoot 3.1.4", "knows schema 3", "Use Surefoot 3.1.4 or newer");
        assertThat(file()).hasBinaryContent(before);
        assertThat(asides()).isEmpty();
    }

    @Test
    void anotherBuildOfTheSameSchemaIsRefused() {
        history(file()).remember(day(1));
        Sql.run(file(), "update surefoot_schema set checksum = 'other'");
        assertThat(history(file()).remember(day(2)).notices())
                .singleElement()
                .asString()
                .contains("another build of schema 1");
    }

    @Test
    void somebodyElsesDatabaseIsLeftAlone() throws IOException {
        Files.createDirectories(file().getParent());
        Sql.run(file(), "create table customers (name text)");
        byte[] before = Files.readAllBytes(file());

        assertThat(history(file()).remember(day(1)).notices())
                .singleElement()
                .asString()
                .contains("somebody else's", "surefoot.history=");
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneWarning() throws IOException {
        Path notADirectory = Files.writeString(directory.resolve("file"), "");
        assertThat(history(notADirectory.resolve("history.db")).remember(day(1)).notices())
                .singleElement()
                .asString()
                .contains("cannot be used", "this run is not remembered", "surefoot.history=none");
    }

    @Test
    void aReadOnlyFileSystemIsOneWarning() {
        Path readOnly = Path.of("/proc/surefoot/history.db");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here to be refused by");
        assertThat(history(readOnly).remember(day(1)).notices())
                .singleElement()
                .asString()
                .contains("cannot be used");
    }

    @Test
    void aDirectoryInPlaceOfTheFileIsOneWarning() throws IOException {
        Files.createDirectories(file());
        assertThat(history(file()).remember(day(1)).notices())
                .singleElement()
                .asString()
                .contains("cannot be used");
    }

    @Test
    void noneRemembersNothing() {
        assertThat(History.at(new HistoryLocation.None()).remember(day(1))).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void testsOfOneNameDoNotFailTheBuild() {
        assertThat(history(file())
                        .remember(day(1, test("twin", 5, 0), test("twin", 4, 1)))
                        .notices())
                .isEmpty();
    }

    @Test
    void namesAreDataAndNotSql() {
        String name = "Robert'); drop table surefoot_run; -- ${sql} #{x}";
        history(file()).remember(day(1, test(name, 5, 0)));
        assertThat(history(file()).remember(day(2)).tests())
                .extracting(TestPast::name)
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "\udfff\ud83d", "\ufffe", "\ud83d\ude00", "", " ", "a\nb"})
    void everyNameThatAStringCanBeIsRemembered(String name) {
        history(file()).remember(day(1, test(name, 5, 0), test(name + "x", 5, 0)));
        Remembered remembered = history(file()).remember(day(2, test(name, 0, 5), test(name + "x", 5, 0)));
        assertThat(remembered.notices()).isEmpty();
        assertThat(remembered.runs()).hasSize(1);
        assertThat(remembered.tests()).hasSize(2);
    }

    private static List<Integer> placesOf(String text, byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return IntStream.iterate(all.indexOf(text), at -> at >= 0, at -> all.indexOf(text, at + 1))
                .boxed()
                .toList();
    }

    private List<Path> asides() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.filter(f -> f.getFileName().toString().startsWith("history.db.damaged-"))
                    .toList();
        }
    }
}
