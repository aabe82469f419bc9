package io.github.surefoot.maven.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.diagnosis.Shown;
import io.github.surefoot.analysis.search.Find;
import io.github.surefoot.analysis.search.FindKind;
import io.github.surefoot.analysis.search.SearchState;
import io.github.surefoot.analysis.search.Trial;
import io.github.surefoot.analysis.search.Way;
import io.github.surefoot.analysis.search.WayAccount;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.probe.ProbeRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search leaves is read as it was written. */
class SearchFilesTest {
    private static final ProbeUnit TEST =
            ProbeUnit.ofTest("it.CartTest", new TestId("it.CartTest", "expires"), "[engine:x]/[test:expires]");

    private static final Find FIND = new Find(
            2,
            TEST,
            FindKind.RANDOM,
            new Trial(
                    Way.SHUFFLED,
                    "in shuffled order 3 of seed 42",
                    List.of(ProbeUnit.ofClass("it.OtherTest"), TEST),
                    OrderKind.RANDOM,
                    42,
                    3,
                    Noise.of(ProbeVariant.LOAD)),
            1,
            new Shown(3, 1),
            new Shown(3, 0),
            "in the usual order",
            "AssertionError",
            "two\nlines",
            Duration.ofMillis(1234));

    @TempDir
    Path dir;

    private SearchFiles files() {
        return new SearchFiles(dir, dir.resolve("history/it.txt"), "abc", "mvn surefoot:search", 42);
    }

    @Test
    void aFindIsReadByItsNumberAndByItsFile() throws IOException {
        files().prepare();
        files().write(FIND);

        FindFile read = FindFile.readAll(" 2 ", SearchFiles.finds(dir)).get(0);

        assertThat(read).isEqualTo(FindFile.of(FIND, "abc"));
        assertThat(read.random()).isTrue();
        assertThat(read.noise()).isEqualTo(Noise.of(ProbeVariant.LOAD));
        assertThat(read.test().request()).isEqualTo(1);
        assertThat(read.request().requests().get(0)).containsExactly(new ProbeRequest.Item("it.OtherTest", true));
        assertThat(read.request().requests().get(1))
                .containsExactly(new ProbeRequest.Item("[engine:x]/[test:expires]", false));
        assertThat(read.request().seed()).hasValue(42);
        assertThat(read.request().round()).isEqualTo(3);
        assertThat(read.request().tells()).isTrue();
        assertThat(FindFile.readAll(dir.resolve("search/find-2.txt") + ",2", SearchFiles.finds(dir)))
                .hasSize(2);
        assertThat(files().replay(2)).isEqualTo("mvn surefoot:search -Dsurefoot.search.replay=2");
    }

    @Test
    void whatRunsBesideAFindIsKeptWithIt() throws IOException {
        Trial beside = new Trial(
                Way.BESIDE,
                "beside SlowTest",
                FIND.trial().units(),
                OrderKind.CONFIGURED,
                0,
                1,
                new Noise(List.of(ProbeVariant.ZONE_EAST, ProbeVariant.ONE_CORE)),
                List.of(ProbeUnit.ofClass("it.SlowTest")));
        Find find = new Find(
                3,
                FIND.test(),
                FindKind.NEIGHBOUR,
                beside,
                FIND.unit(),
                FIND.with(),
                FIND.without(),
                "with nothing beside it",
                "E",
                "",
                Duration.ZERO);
        files().prepare();
        files().write(find);

        FindFile read = FindFile.read("3", SearchFiles.finds(dir));

        assertThat(read).isEqualTo(FindFile.of(find, "abc"));
        assertThat(read.noise().variants()).containsExactly(ProbeVariant.ZONE_EAST, ProbeVariant.ONE_CORE);
        assertThat(read.beside().orElseThrow().requests())
                .containsExactly(List.of(new ProbeRequest.Item("it.SlowTest", true)));
    }

    @Test
    void theNextSearchForgetsTheFindsOfTheLast() throws IOException {
        files().prepare();
        files().write(FIND);

        files().prepare();

        assertThatThrownBy(() -> FindFile.readAll("2", SearchFiles.finds(dir)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.search.replay is '2'")
                .hasMessageContaining("there is no file");
    }

    @Test
    void whatIsNoFindIsRefused() throws IOException {
        files().prepare();
        files().write(FIND);
        Path file = dir.resolve("search/find-2.txt");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Files.write(file, lines.subList(0, i));
            assertThatThrownBy(() -> FindFile.readAll(file.toString(), dir)).isInstanceOf(SettingException.class);
        }
        lines.set(4, "THUNDER");
        Files.write(file, lines);
        assertThatThrownBy(() -> FindFile.readAll(file.toString(), dir))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void whatWaysHaveFoundIsRememberedInPart() throws IOException {
        SearchState state = new SearchState(
                List.of(TEST),
                List.of(FIND),
                List.of(),
                List.of(TEST),
                List.of(),
                Map.of(Way.ALONE, new WayAccount(10, 20), Way.PAIRS, new WayAccount(0, 1)),
                Map.of(),
                7,
                Duration.ofSeconds(3),
                "its time is over");
        assertThat(files().before()).isEmpty();

        files().remember(state);
        Files.writeString(
                dir.resolve("history/it.txt"), "nonsense\nalone x y\nsideways 1.0 1.0\n", StandardOpenOption.APPEND);

        assertThat(files().before())
                .containsOnlyKeys(Way.ALONE, Way.PAIRS)
                .containsEntry(Way.ALONE, new WayAccount(3, 6));

        files().write(state, Map.of(2, "because"));
        assertThat(files().json())
                .content()
                .contains(
                        "\"cpuSeconds\" : 3", "\"message\" : \"two\\nlines\"", "\"number\" : 42", "\"all cores busy\"")
                .contains("\"why\" : \"because\"")
                .contains("\"units\" : [ \"it.OtherTest\", \"it.CartTest#expires\" ]")
                .contains("\"replay\" : \"mvn surefoot:search -Dsurefoot.search.replay=2\"");
    }
}
