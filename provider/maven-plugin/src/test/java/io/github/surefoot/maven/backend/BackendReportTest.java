package io.github.surefoot.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.ConsoleLine.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendReportTest {
    private static final List<Dependency> DEPENDENCIES = List.of(
            new Dependency("com.h2database:h2", "2.3.232", "test", List.of()),
            new Dependency("com.zaxxer:HikariCP", "6.0.0", "compile", List.of("org.acme:starter", "org.acme:jdbc")),
            new Dependency("org.acme:old-db", "1", "compile", List.of()),
            new Dependency("org.junit.jupiter:junit-jupiter", "5.14.4", "test", List.of()));

    @TempDir
    private Path directory;

    private Path main;

    @BeforeEach
    void compile() throws IOException {
        main = new Compiled(directory).source("""
                        package it;
                        class Import {
                            Object open() throws Exception {
                                return java.sql.DriverManager.getConnection("jdbc:sqlite:import.db");
                            }
                        }
                        """).classes();
    }

    @Test
    void listsOnlyUnlessSomethingIsBanned() throws IOException {
        BackendReport report = report("", "");

        assertThat(report.banned()).isZero();
        assertThat(report.console()).extracting(ConsoleLine::level).containsOnly(Level.INFO);
        assertThat(report.console())
                .extracting(ConsoleLine::text)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("Surefoot: 1 class files and 4 dependencies looked at; "
                                        + "3 ways past the worker's database; banned: nothing"),
                        line -> assertThat(line)
                                .startsWith("  drivermanager: it.Import.open (Import.java:4, main) calls"),
                        line -> assertThat(line)
                                .startsWith(
                                        "  embedded: com.h2database:h2:2.3.232 (test) is a dependency of the project: ")
                                .endsWith("remove it from the POM."),
                        line -> assertThat(line)
                                .startsWith("  pools: com.zaxxer:HikariCP:6.0.0 (compile) "
                                        + "comes with org.acme:starter > org.acme:jdbc: ")
                                .endsWith("exclude it from org.acme:starter."));
    }

    @Test
    void namesWhatIsBannedAndWhatIsAllowed() throws IOException {
        BackendReport report = report("embedded,drivermanager,org.acme:old-db", "it.Import,it.Gone");

        assertThat(report.banned()).isEqualTo(2);
        assertThat(texts(report, Level.ERROR))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("  BANNED embedded: com.h2database:h2:2.3.232"),
                        line -> assertThat(line).startsWith("  BANNED named: org.acme:old-db:1"));
        assertThat(texts(report, Level.INFO))
                .anyMatch(line -> line.startsWith("  allowed by name (it.Import): drivermanager: it.Import.open"));
        assertThat(texts(report, Level.WARN))
                .containsExactly("  surefoot.backend.allowed names it.Gone, which nothing needs. Remove it there.");
    }

    @Test
    void writesAllOfItForScripts() throws IOException {
        Path broken = Files.createDirectories(directory.resolve("test/it"));
        Files.writeString(broken.resolve("Broken.class"), "");
        Path file = directory.resolve("surefoot/backend.json");

        report("embedded", "it.Import").writeJson(file);
        String first = Files.readString(file);
        report("embedded", "it.Import").writeJson(file);

        assertThat(first).isEqualTo(Files.readString(file)).doesNotContain(directory.toString());
        JsonNode json = new ObjectMapper().readTree(first);
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("verdict").asText()).isEqualTo("banned");
        assertThat(json.path("banned").toString()).isEqualTo("[\"embedded\"]");
        assertThat(json.path("classes").toString())
                .isEqualTo("[{\"kind\":\"drivermanager\",\"uses\":\"java.sql.DriverManager\","
                        + "\"what\":\"calls java.sql.DriverManager.getConnection\",\"scope\":\"main\","
                        + "\"file\":\"it/Import.class\",\"class\":\"it.Import\",\"member\":\"open\","
                        + "\"source\":\"Import.java\",\"line\":4,\"ruling\":\"allowed\",\"by\":\"it.Import\"}]");
        assertThat(json.path("dependencies").toString())
                .isEqualTo("[{\"kind\":\"embedded\",\"artefact\":\"com.h2database:h2\",\"version\":\"2.3.232\","
                        + "\"scope\":\"test\",\"through\":[],\"ruling\":\"banned\",\"by\":\"embedded\"},"
                        + "{\"kind\":\"pools\",\"artefact\":\"com.zaxxer:HikariCP\",\"version\":\"6.0.0\","
                        + "\"scope\":\"compile\",\"through\":[\"org.acme:starter\",\"org.acme:jdbc\"],"
                        + "\"ruling\":\"listed\"}]");
        assertThat(json.path("unreadable").toString())
                .isEqualTo("[{\"scope\":\"test\",\"file\":\"it/Broken.class\",\"reason\":\"is not a class file\","
                        + "\"ruling\":\"banned\",\"by\":\"unreadable\"}]");
    }

    private BackendReport report(String banned, String allowed) throws IOException {
        return BackendReport.of(BackendRules.parse(banned, allowed), main, directory.resolve("test"), DEPENDENCIES);
    }

    private static List<String> texts(BackendReport report, Level level) {
        return report.console().stream()
                .filter(line -> line.level() == level)
                .map(ConsoleLine::text)
                .toList();
    }
}
