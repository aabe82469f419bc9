package io.github.surefoot.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class file that cannot be read is one clear finding, and the others are read nevertheless. */
@Tag("slow")
class DamagedClassFilesTest {
    private static final int MAJOR_VERSION = 7;

    @TempDir
    private Path directory;

    private Compiled compiled;
    private byte[] bytes;
    private Path file;

    @BeforeEach
    void compile() throws IOException {
        compiled = new Compiled(directory).source("""
                        package it;
                        class Rows {
                            Object open() throws Exception {
                                Runnable lambda = () -> System.gc();
                                return java.sql.DriverManager.getConnection("jdbc:h2:mem:x");
                            }
                        }
                        """);
        file = compiled.classes().resolve("it/Rows.class");
        bytes = Files.readAllBytes(file);
    }

    @Test
    void aFileCutOffAnywhereIsUnreadable() throws IOException {
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));

            assertThat(compiled.findings(""))
                    .as("cut off at %d of %d bytes", length, bytes.length)
                    .singleElement()
                    .isInstanceOf(UnreadableFinding.class);
        }
    }

    @Test
    void aFileWithWrongBytesNeverStopsTheLook() throws IOException {
        Random random = new Random(42);
        int unreadable = 0;
        for (int i = 0; i < 400; i++) {
            byte[] wrong = bytes.clone();
            for (int j = 0; j < 4; j++) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            }
            Files.write(file, wrong);
            List<BackendFinding> findings = compiled.findings("");
            if (findings.stream().anyMatch(UnreadableFinding.class::isInstance)) {
                assertThat(findings).hasSize(1);
                unreadable++;
            }
        }
        assertThat(unreadable).isPositive();
    }

    @Test
    void somethingElseUnderTheNameOfAClassFileIsToldSo() throws IOException {
        Files.writeString(file, "<html>");

        assertThat(compiled.findings("")).singleElement().satisfies(found -> assertThat(found.line())
                .isEqualTo(
                        "unreadable: it/Rows.class (test) is not a class file: what it opens is not known. Delete and "
                                + "compile it again with 'mvn clean test-compile', or name its class in "
                                + "surefoot.backend.allowed."));
    }

    @Test
    void aClassFileOfAJavaToComeIsToldSo() throws IOException {
        bytes[MAJOR_VERSION] = (byte) 200;
        Files.write(file, bytes);

        assertThat(compiled.findings("")).singleElement().satisfies(found -> assertThat(found.line())
                .contains("is of class file version 200, newer than this version of Surefoot reads"));
    }

    @Test
    void theOthersAreReadAndABanFailsForWhatNobodyKnows() throws IOException {
        compiled.source(
                "package it; class Sound { Object o = new org.sqlite.JDBC(); }",
                "package org.sqlite; public class JDBC {}");
        Files.delete(compiled.classes().resolve("org/sqlite/JDBC.class"));
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(compiled.findings("")).hasSize(2);
        assertThat(report("", "").banned()).isZero();
        assertThat(report("pools", "").banned()).isEqualTo(1);
        assertThat(report("pools", "it.Rows").banned()).isZero();
    }

    private BackendReport report(String banned, String allowed) throws IOException {
        return BackendReport.of(
                BackendRules.parse(banned, allowed), compiled.classes(), directory.resolve("none"), List.of());
    }
}
