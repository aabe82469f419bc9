package io.github.surefoot.maven.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferingClassesTest {
    private static final String CART = "shop.CartTest";

    @TempDir
    private Path root;

    @BeforeEach
    void compile() throws IOException {
        write(CART, "one");
    }

    private void write(String className, String content) throws IOException {
        Path file = root.resolve("classes/" + className.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private DifferingClasses with(String dependencies) {
        return new DifferingClasses(
                root.resolve("kept/module"), dependencies, List.of(root.resolve("none"), root.resolve("classes")));
    }

    @Test
    void theyAreRememberedFromRunToRun() throws IOException {
        assertThat(with("a:1").remembered()).isEmpty();
        with("a:1").remember(Map.of(CART, "expires\tdiffers\nby far"));
        with("a:1").remember(Map.of("shop.InAJarTest", "too"));

        assertThat(with("a:1").remembered())
                .isEqualTo(Map.of(CART, "expires differs by far", "shop.InAJarTest", "too"));
        assertThat(root.resolve("kept/.gitignore")).exists();
    }

    @Test
    void otherDependenciesOrAnotherClassAreTriedAnew() throws IOException {
        with("a:1").remember(Map.of(CART, "differs"));

        assertThat(with("a:2").remembered()).isEmpty();
        write(CART, "two");
        assertThat(with("a:1").remembered()).isEmpty();
        with("a:1").remember(Map.of("shop.PriceTest", "differs"));
        assertThat(root.resolve("kept/module")).content().doesNotContain(CART);
    }

    @Test
    void whatIsKnownIsNotWrittenAgain() throws IOException {
        with("a:1").remember(Map.of());
        assertThat(root.resolve("kept")).doesNotExist();
        with("a:1").remember(Map.of(CART, "differs"));
        with("a:1").remember(Map.of(CART, "differs otherwise"));

        assertThat(with("a:1").remembered()).isEqualTo(Map.of(CART, "differs"));
    }

    @Test
    void aLineThatIsNoneIsLeftOut() throws IOException {
        Files.createDirectories(root.resolve("kept"));
        Files.writeString(root.resolve("kept/module"), "nonsense\n" + CART + "\n\n");

        assertThat(with("a:1").remembered()).isEmpty();
    }
}
