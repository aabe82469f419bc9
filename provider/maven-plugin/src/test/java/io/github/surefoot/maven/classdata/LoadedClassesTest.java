package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedClassesTest {
    @TempDir
    private Path directory;

    @Test
    void thoseOfTheJdkAndOfLibrariesAreArchived() throws IOException {
        Path library = directory.resolve("a lib.jar");
        String url = "file:" + directory.toUri().getRawPath();
        Path log = directory.resolve("log");
        Files.writeString(
                log,
                String.join(
                        "\n",
                        "java.lang.Object source: shared objects file",
                        "java.util.zip.CRC32C source: jrt:/java.base",
                        "lib.Cart source: " + url + "a%20lib.jar",
                        "lib.Cart source: " + url + "a%20lib.jar",
                        "lib.Cart$$Lambda$14/0x0000000800c03000 source: lib.Cart",
                        "jdk.proxy2.$Proxy9 source: __dynamic_proxy__",
                        "it.CartTest source: " + url + "classes/",
                        "other.Lib source: " + url + "other.jar",
                        "lib.\u00c3\u00bc source: " + url + "a%20lib.jar",
                        "lib.CutOff sour"));

        assertThat(LoadedClasses.read(log, List.of(library))).containsExactly("java.util.zip.CRC32C", "lib.Cart");
    }

    @Test
    void aListThatIsGoneHasNone() throws IOException {
        assertThat(LoadedClasses.read(directory.resolve("gone"), List.of())).isEmpty();
    }
}
