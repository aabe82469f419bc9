package io.github.surefoot.surefire.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDirectoryTest {
    @TempDir
    private Path root;

    private SharedDirectory removed() throws IOException {
        Path path = Files.createDirectories(root.resolve("target/work"));
        SharedDirectory directory = new SharedDirectory(path);
        Files.delete(path);
        return directory;
    }

    @Test
    void whatWasNeverThereIsNotMissed() {
        assertThat(new SharedDirectory(root.resolve("none")).lookAfter("shop.CartTest"))
                .isEmpty();
        assertThat(root.resolve("none")).doesNotExist();
    }

    @Test
    void whileItIsThereNothingIsSaid() {
        assertThat(new SharedDirectory(root).lookAfter("shop.CartTest")).isEmpty();
    }

    @Test
    void itIsMadeAnewForTheNextClassAndTheLastOneNamed() throws Exception {
        SharedDirectory directory = removed();
        assertThat(directory.lookAfter("shop.CartTest")).hasValueSatisfying(what -> assertThat(what)
                .startsWith("While shop.CartTest ran, ")
                .contains(root.resolve("target/work").toString(), "It was made anew")
                .endsWith("Tests must leave target/surefoot alone."));
        assertThat(root.resolve("target/work")).isEmptyDirectory();
        assertThat(directory.lookAfter("shop.TillTest")).isEmpty();
    }

    @Test
    void whereItCannotBeMadeThatIsSaid() throws Exception {
        SharedDirectory directory = removed();
        Files.delete(root.resolve("target"));
        Files.writeString(root.resolve("target"), "a file");
        assertThat(directory.lookAfter("shop.CartTest"))
                .hasValueSatisfying(what ->
                        assertThat(what).contains("While shop.CartTest ran, ").contains("It could not be made anew: "));
    }
}
