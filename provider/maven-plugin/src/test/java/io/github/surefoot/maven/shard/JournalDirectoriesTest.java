package io.github.surefoot.maven.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalDirectoriesTest {
    @TempDir
    Path root;

    private Path module;
    private JournalDirectories directories;

    @BeforeEach
    void make() throws IOException {
        module = Files.createDirectories(root.resolve("services/app"));
        for (String name : new String[] {"1", "2", "10"}) {
            Files.createDirectories(root.resolve("shards/" + name + "/services/app/target/surefoot/journals"));
        }
        Files.writeString(root.resolve("shards/readme.txt"), "no directory");
        Files.createDirectories(module.resolve("mine"));
        directories = new JournalDirectories(module, root);
    }

    @Test
    void areFoundInTheModuleElseAtTheRoot() throws IOException {
        assertThat(directories.named("mine, shards/1,"))
                .containsExactly(module.resolve("mine"), root.resolve("shards/1"));
        assertThat(directories.named(root.resolve("shards/2").toString())).containsExactly(root.resolve("shards/2"));
        assertThat(directories.named("../../shards/2")).containsExactly(root.resolve("shards/2"));
    }

    @Test
    void aStarIsAnyNameInTheOrderOfNames() throws IOException {
        assertThat(directories.named("shards/*"))
                .containsExactly(root.resolve("shards/1"), root.resolve("shards/10"), root.resolve("shards/2"));
    }

    @Test
    void theModuleHasItsPlaceBelowEachMachinesRoot() throws IOException {
        assertThat(directories.named("shards/*/@module@/target/surefoot/journals"))
                .hasSize(3)
                .allSatisfy(found -> assertThat(found).endsWith(Path.of("services/app/target/surefoot/journals")));
        assertThat(new JournalDirectories(root, root).named("shards/1/@module@/services"))
                .containsExactly(root.resolve("shards/1/services"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shards/3", "gone/*", "shards/readme.txt", "shards/1,shards/3", "shards/*/other"})
    void whatIsNotThereIsRefused(String value) {
        assertThatThrownBy(() -> directories.named(value))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("surefoot.journals is '" + module)
                .hasMessageEndingWith("but must be a directory with journals.");
    }

    @Test
    void oneThatIsNamedTwiceIsOne() throws IOException {
        Files.createSymbolicLink(root.resolve("shards/link"), root.resolve("shards/1"));

        assertThat(directories.named("shards/2,shards/*,shards/./1"))
                .containsExactly(root.resolve("shards/2"), root.resolve("shards/1"), root.resolve("shards/10"));
    }

    @Test
    void whoNamesADirectoryAboveTheJournalsIsToldThose() throws IOException {
        for (String name : new String[] {"app/1", "app/2", "kept/1/journals", "kept/2/journals"}) {
            Files.writeString(Files.createDirectories(root.resolve(name)).resolve("run.journal"), "");
        }

        assertThat(directories.named("app/*,kept/*/journals")).hasSize(4);
        for (String[] given :
                new String[][] {{"app", "app/*"}, {"kept/*", "kept/*/journals"}, {"kept", "kept/*/journals"}})
            assertThatThrownBy(() -> directories.named(given[0]))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(
                            "surefoot.journals=" + given[0] + " is refused: no journals lie there, only below.")
                    .hasMessageEndingWith("Write -Dsurefoot.journals=" + given[1] + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , "})
    void nothingIsRefused(String value) {
        assertThatThrownBy(() -> directories.named(value)).hasMessageContaining("one or more directories");
    }
}
