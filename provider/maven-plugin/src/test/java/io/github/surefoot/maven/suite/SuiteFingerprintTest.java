package io.github.surefoot.maven.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SuiteFingerprintTest {
    private static final Map<String, String> NONE = Map.of();

    @TempDir
    private Path directory;

    private Path root(String name, String... filesAndContents) throws IOException {
        Path root = Files.createDirectories(directory.resolve(name));
        for (int i = 0; i < filesAndContents.length; i += 2) {
            Path file = root.resolve(filesAndContents[i]);
            Files.createDirectories(file.getParent());
            Files.write(file, filesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return root;
    }

    private static String of(Path... roots) throws IOException {
        return SuiteFingerprint.of(
                Stream.of(roots).map(SuiteFingerprintTest::ofSources).toList(), NONE);
    }

    private static SuiteRoot ofSources(Path root) {
        return SuiteRoot.ofSources(root, root.resolveSibling("target"));
    }

    private static String ofResources(Path root, List<String> includes, List<String> excludes) throws IOException {
        return SuiteFingerprint.of(
                List.of(new SuiteRoot(root.resolve("."), includes, excludes, root.resolve("target"))), NONE);
    }

    /** As the projects of Apache Commons have the licence: in a resource that is the project's own directory. */
    @Test
    void ofResourcesInTheProjectsDirectoryOnlyThoseCountThatThePomNames() throws IOException {
        Path root = root("one", "LICENSE.txt", "free", "docs/NOTICE.txt", "ours", "target/classes/A.class", "1");
        List<String> named = List.of("LICENSE.txt", "**/NOTICE*");
        String before = ofResources(root, named, List.of());
        root("one", "target/classes/A.class", "2", ".surefoot/history.db", "x", "runs.log", "3", ".git/index", "4");
        assertThat(ofResources(root, named, List.of())).isEqualTo(before);
        root("one", "docs/NOTICE.txt", "theirs");
        assertThat(ofResources(root, named, List.of())).isNotEqualTo(before);
        assertThat(ofResources(root, named, List.of("docs/"))).isNotEqualTo(before);
    }

    @Test
    void whatBuildsWriteNeverCounts() throws IOException {
        Path root = root("one", "A.java", "a", "target/a", "1", ".git/index", "1", ".surefoot/history.db", "1");
        String before = ofResources(root, List.of(), List.of("*.log"));
        root("one", "target/a", "2", ".git/index", "2", ".surefoot/history.db", "2", "run.log", "2");
        assertThat(ofResources(root, List.of(), List.of("*.log"))).isEqualTo(before);
        root("one", "a/run.log", "2");
        assertThat(ofResources(root, List.of(), List.of("*.log"))).isNotEqualTo(before);
    }

    @Test
    void itIsShortAndTheSameForTheSameSuiteElsewhere() throws IOException {
        String here = of(root("here", "shop/CartTest.java", "class CartTest {}", "shop/B.java", "class B {}"));
        assertThat(here)
                .matches("[0-9a-f]{16}")
                .isEqualTo(of(root("there", "shop/B.java", "class B {}", "shop/CartTest.java", "class CartTest {}")));
    }

    @Test
    void aChangedByteChangesIt() throws IOException {
        Path root = root("one", "CartTest.java", "expires(1)");
        String before = of(root);
        Files.writeString(root.resolve("CartTest.java"), "expires(2)");
        assertThat(of(root)).isNotEqualTo(before);
    }

    @Test
    void lineEndsOfACheckoutDoNot() throws IOException {
        assertThat(of(root("one", "A.java", "one\ntwo\n"))).isEqualTo(of(root("two", "A.java", "one\r\ntwo\r\n")));
    }

    @Test
    void anAddedOrRenamedFileChangesIt() throws IOException {
        String before = of(root("one", "A.java", "a"));
        assertThat(of(root("two", "A.java", "a", "B.java", ""))).isNotEqualTo(before);
        assertThat(of(root("three", "B.java", "a"))).isNotEqualTo(before);
    }

    @Test
    void whatBelongsToOneFileIsNotTakenForTheNext() throws IOException {
        assertThat(of(root("one", "A", "x0:B\0y"))).isNotEqualTo(of(root("two", "A", "x", "B", "y")));
    }

    @Test
    void movingAFileFromMainToTestChangesIt() throws IOException {
        Path empty = root("empty");
        Path full = root("full", "A.java", "a");
        assertThat(of(full, empty)).isNotEqualTo(of(empty, full));
    }

    @Test
    void aDirectoryThatIsNotThereIsAnEmptyOne() throws IOException {
        assertThat(of(directory.resolve("missing"))).isEqualTo(of(root("empty")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file has a backslash in its name there")
    void pathSeparatorsAndTheOrderTheySortInDoNotMatter() throws IOException {
        // '\' sorts behind letters, '/' before them: a\B.java here is what a/B.java is to Windows.
        assertThat(of(root("slash", "a/B.java", "1", "aA.java", "2")))
                .isEqualTo(of(root("backslash", "a\\B.java", "1", "aA.java", "2")));
    }

    @Test
    void dependenciesCountByCoordinatesInAnyOrder() throws IOException {
        List<SuiteRoot> roots = List.of(ofSources(root("one", "A.java", "a")));
        Map<String, String> some = new LinkedHashMap<>();
        some.put("junit:junit", "4.13.2");
        some.put("org.assertj:assertj-core", "3.27.7");
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("org.assertj:assertj-core", "3.27.7");
        turned.put("junit:junit", "4.13.2");
        String fingerprint = SuiteFingerprint.of(roots, some);
        assertThat(SuiteFingerprint.of(roots, turned)).isEqualTo(fingerprint);
        assertThat(SuiteFingerprint.of(roots, NONE)).isNotEqualTo(fingerprint);
        turned.put("junit:junit", "4.13.1");
        assertThat(SuiteFingerprint.of(roots, turned)).isNotEqualTo(fingerprint);
    }
}
