package io.github.surefoot.worker.database.current;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomSettingsTest {
    @TempDir
    private Path project;

    @Test
    void whatATestDoesWithoutIsNamedWithTheFileThatItReads() throws IOException {
        Files.writeString(
                project.resolve("pom.xml"),
                "<project><properties><surefoot.database.scripts>db</surefoot.database.scripts>"
                        + "<surefoot.database.reset>test</surefoot.database.reset>"
                        + "<surefoot.database.directory>x</surefoot.database.directory>"
                        + "<surefoot.rounds>5</surefoot.rounds></properties></project>");
        assertThat(PomSettings.missing(project, "surefoot.database.reset"::equals))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("sets surefoot.database.scripts, but")
                        .contains(project.resolve("surefoot.properties").toString())
                        .doesNotContain("surefoot.database.reset", "directory", "rounds"));
        assertThat(PomSettings.missing(project, name -> true)).isEmpty();
    }

    @Test
    void aProjectOfAnotherKindHasNothingToBeTold() throws IOException {
        assertThat(PomSettings.missing(project, name -> false)).isEmpty();
        Files.write(project.resolve("pom.xml"), new byte[] {(byte) 0xff, (byte) 0xfe, '<'});
        assertThat(PomSettings.missing(project, name -> false)).isEmpty();
    }
}
