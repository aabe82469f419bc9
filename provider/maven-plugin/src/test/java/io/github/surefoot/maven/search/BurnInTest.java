package io.github.surefoot.maven.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real git, and the class files of this module. */
class BurnInTest {
    private static final String SETTINGS = "src/main/java/io/github/surefoot/maven/search/SearchSettings.java";

    @TempDir
    Path dir;

    @BeforeEach
    void commitOne() throws Exception {
        git("init", "-q", "-b", "main");
        write(SETTINGS, "class SearchSettings {}");
        write("old.txt", "old");
        write(".gitignore", "target\n");
        commit();
    }

    private void write(String name, String text) throws IOException {
        Path file = dir.resolve("module").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("-c", "user.name=it", "-c", "user.email=it@localhost", "commit", "-q", "-m", "one");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).directory(dir.toFile()).start().waitFor())
                .isZero();
    }

    private BurnIn since(String commit) throws Exception {
        return BurnIn.since(
                dir.resolve("module"),
                commit,
                List.of(SearchSettingsTest.class.getName(), SearchFilesTest.class.getName()),
                List.of(
                        where(BurnInTest.class),
                        where(BurnIn.class),
                        dir.resolve("lib.jar").toString()));
    }

    private static String where(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Test
    void nothingChangedIsNothing() throws Exception {
        assertThat(since("HEAD").classes()).isEmpty();
        assertThat(since("main").text("main"))
                .isEqualTo("0 test classes are new, changed, or reach what changed (0 files) since main");
    }

    @Test
    void aChangedClassIsReachedByItsTestAlone() throws Exception {
        write(SETTINGS, "class SearchSettings { int changed; }");

        assertThat(since("main").classes()).containsExactly(SearchSettingsTest.class.getName());
    }

    @Test
    void whatIsCommittedOnABranchAndWhatIsNewCountsAndWhatMainDidSinceDoesNot() throws Exception {
        git("checkout", "-q", "-b", "branch");
        write("src/test/java/io/github/surefoot/maven/search/SearchFilesTest.java", "new");
        commit();
        git("checkout", "-q", "main");
        write(SETTINGS, "class SearchSettings { int onMain; }");
        commit();
        git("checkout", "-q", "branch");
        write("src/main/resources/a b.properties", "x=y");
        write("target/classes/Built.java", "ignored");

        BurnIn burnIn = since("main");

        assertThat(burnIn.classes()).containsExactly(SearchFilesTest.class.getName());
        assertThat(burnIn.unseen()).containsExactly("module/src/main/resources/a b.properties");
        assertThat(burnIn.text("main"))
                .isEqualTo("1 test class is new, changed, or reaches what changed (2 files) since main; who depends on"
                        + " module/src/main/resources/a b.properties cannot be told by class files");
    }

    @Test
    void anotherFileOfThatNameIsNoSource() throws Exception {
        assertThat(ChangedTests.read(List.of(where(BurnIn.class)))
                        .reaching(Set.of("src/main/java/other/SearchSettings.java")))
                .isEmpty();
    }

    @Test
    void whatGitDoesNotKnowIsRefused() {
        for (String nonsense : List.of("nowhere", "--output=x")) {
            assertThatThrownBy(() -> since(nonsense))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("surefoot.since is '" + nonsense + "'");
        }
        assertThat(dir.resolve("x")).doesNotExist();
    }
}
