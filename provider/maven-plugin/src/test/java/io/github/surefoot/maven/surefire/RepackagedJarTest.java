package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepackagedJarTest {
    @TempDir
    private Path directory;

    private File jar(String entry) throws IOException {
        File jar = directory.resolve("shop.jar").toFile();
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        return jar;
    }

    @Test
    void ofSpringBootIsWarnedOfWithTheMend() throws IOException {
        assertThat(RepackagedJar.warning(jar("BOOT-INF/classes/"))).hasValueSatisfying(text -> assertThat(text)
                .contains("shop.jar", "Spring Boot")
                .contains("<classesDirectory>${project.build.outputDirectory}</classesDirectory>"));
    }

    @Test
    void anyOtherIsFine() throws IOException {
        assertThat(RepackagedJar.warning(jar("shop/Cart.class"))).isEmpty();
        assertThat(RepackagedJar.warning(null)).isEmpty();
        assertThat(RepackagedJar.warning(directory.toFile())).isEmpty();
        Path none = Files.writeString(directory.resolve("none.jar"), "no zip");
        assertThat(RepackagedJar.warning(none.toFile())).isEmpty();
    }
}
