package io.github.surefoot.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassFilesTest {
    private static final String HIKARI = """
            package com.zaxxer.hikari;
            public class HikariDataSource {
                public HikariDataSource() {}
                public void close() {}
            }
            """;
    private static final String JDBI = """
            package org.jdbi.v3.core;
            public class Jdbi {
                public static Jdbi create(String url) { return new Jdbi(); }
                public static Jdbi create(javax.sql.DataSource dataSource) { return new Jdbi(); }
            }
            """;

    @TempDir
    private Path directory;

    private Compiled compiled;

    @BeforeEach
    void libraries() throws IOException {
        compiled = new Compiled(directory).library(HIKARI, JDBI);
    }

    @Test
    void aConnectionByDriverManagerIsFoundWithItsLine() throws IOException {
        compiled.source("""
                package it;
                import java.sql.*;
                class Rows {
                    Connection open() throws SQLException {
                        return DriverManager.getConnection("jdbc:postgresql://db/rows", "me", "hunter2");
                    }
                }
                """);

        assertThat(compiled.uses()).singleElement().satisfies(found -> {
            assertThat(found.place().file()).isEqualTo("it/Rows.class");
            assertThat(found.line())
                    .startsWith("drivermanager: it.Rows.open (Rows.java:5, test) "
                            + "calls java.sql.DriverManager.getConnection: ")
                    .doesNotContain("hunter2");
        });
    }

    @Test
    void lambdasAndReferencesBelongToTheMethodTheyAreWrittenIn() throws IOException {
        compiled.source("""
                package it;
                import com.zaxxer.hikari.HikariDataSource;
                import java.util.function.*;
                class Rows {
                    static final Supplier<Object> CONSTANT = () -> new HikariDataSource();
                    final Supplier<Object> field = () ->
                        new HikariDataSource();
                    Supplier<Object> lambda() {
                        return () -> {
                            Supplier<Object> inner = () -> new HikariDataSource();
                            return inner.get();
                        };
                    }
                    Supplier<Object> reference() {
                        return HikariDataSource::new;
                    }
                    Function<String, Object> method() {
                        return org.jdbi.v3.core.Jdbi::create;
                    }
                }
                """);

        assertThat(Compiled.inShort(compiled.uses()))
                .containsExactlyInAnyOrder(
                        "pools Rows.<clinit> 5",
                        "pools Rows.<init> 7",
                        "pools Rows.lambda 10",
                        "pools Rows.reference 15",
                        "drivermanager Rows.method 18");
    }

    @Test
    void nestedAnonymousAndLocalClassesAreFound() throws IOException {
        compiled.source("""
                package it;
                import com.zaxxer.hikari.HikariDataSource;
                class Rows {
                    static class Nested {
                        Object make() { return new HikariDataSource(); }
                    }
                    Object anonymous() {
                        return new Object() { final Object pool = new HikariDataSource(); };
                    }
                    record Pair(Object pool) {
                        Pair() { this(new HikariDataSource()); }
                    }
                    enum One { ONE; final Object pool = new HikariDataSource(); }
                }
                """);

        assertThat(Compiled.inShort(compiled.uses()))
                .containsExactlyInAnyOrder(
                        "pools Rows$Nested.make 5",
                        "pools Rows$1.<init> 8",
                        "pools Rows$Pair.<init> 11",
                        "pools Rows$One.<init> 13");
    }

    @Test
    void interfacesAreFound() throws IOException {
        compiled.source("""
                package it;
                import com.zaxxer.hikari.HikariDataSource;
                interface Rows {
                    Object POOL = new HikariDataSource();
                    default Object make() { return new HikariDataSource(); }
                    static Object of() { return new HikariDataSource(); }
                    Object none();
                }
                """);

        assertThat(Compiled.inShort(compiled.uses()))
                .containsExactlyInAnyOrder("pools Rows.<clinit> 4", "pools Rows.make 5", "pools Rows.of 6");
    }

    @Test
    void anExtendedPoolIsAPool() throws IOException {
        compiled.source("package it; class Mine extends com.zaxxer.hikari.HikariDataSource {}");

        assertThat(compiled.uses()).singleElement().satisfies(found -> assertThat(found.line())
                .contains("it.Mine.<init> (Mine.java:1, test) extends com.zaxxer.hikari.HikariDataSource"));
    }

    @Test
    void aDriverLoadedByItsNameIsFound() throws IOException {
        compiled.source("""
                package it;
                class Loading {
                    void one() throws Exception { Class.forName("org.h2.Driver"); }
                    void other() throws Exception {
                        Class.forName("org.postgresql.Driver", true, getClass().getClassLoader());
                    }
                    void unrelated() throws Exception { Class.forName("it.Rows"); }
                }
                """);

        assertThat(Compiled.inShort(compiled.uses()))
                .containsExactlyInAnyOrder("embedded Loading.one 3", "drivers Loading.other 5");
    }

    @Test
    void urlsOfEmbeddedDatabasesAreFoundWhereverTheyStand() throws IOException {
        compiled.source("""
                package it;
                @Deprecated(since = "url=jdbc:derby:memory:x")
                class Urls {
                    static final String CONSTANT = "jdbc:h2:mem:x;PASSWORD=hunter2";
                    String local() { return "jdbc:hsqldb:mem:x"; }
                    String concatenated(String name) { return "jdbc:h2:mem:" + name; }
                    @SuppressWarnings({"all", "jdbc:h2:mem:invisible, as it is not in class files"})
                    boolean compared(String url) { return url.startsWith("jdbc:h2:"); }
                    String server() { return "jdbc:h2:tcp://db/x jdbc:derby://db/x jdbc:hsqldb:hsql://db/x"; }
                }
                """);

        assertThat(Compiled.inShort(compiled.uses()))
                .containsExactlyInAnyOrder(
                        "embedded Urls. -",
                        "embedded Urls.CONSTANT -",
                        "embedded Urls.local 5",
                        "embedded Urls.concatenated 6");
        assertThat(compiled.uses()).extracting(ClassFinding::line).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void whatTakesADataSourceOpensNothingByItself() throws IOException {
        compiled.source("""
                package it;
                import javax.sql.DataSource;
                class Good {
                    final com.zaxxer.hikari.HikariDataSource given;
                    Good(com.zaxxer.hikari.HikariDataSource given) { this.given = given; }
                    Object jdbi(DataSource dataSource) { return org.jdbi.v3.core.Jdbi.create(dataSource); }
                    Object plain(DataSource dataSource) throws Exception { return dataSource.getConnection(); }
                    void close() { given.close(); }
                }
                """);

        assertThat(compiled.uses()).isEmpty();
    }

    @Test
    void aClassFileWithoutDebugInformationIsNamedByItself() throws IOException {
        compiled.sourceWithoutDebugInformation(
                "package it; class Rows { Object make() { return new com.zaxxer.hikari.HikariDataSource(); } }");

        assertThat(compiled.uses()).singleElement().satisfies(found -> assertThat(found.line())
                .contains("it.Rows.make (it/Rows.class, test)"));
    }

    /** Kotlin compiles a lambda to a static method that no Java compiler would name so. */
    @ParameterizedTest
    @ValueSource(strings = {"load", "load$lambda$0", "load$lambda-0", "load$default", "access$load"})
    void whatKotlinGeneratesBelongsToTheFunctionItIsWrittenIn(String generated) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "it/RowsKt", null, "java/lang/Object", new String[0]);
        writer.visitSource("Rows.kt", null);
        MethodVisitor method = writer.visitMethod(
                Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, generated, "()Ljava/lang/Object;", null, new String[0]);
        method.visitCode();
        method.visitTypeInsn(Opcodes.NEW, "org/sqlite/SQLiteDataSource");
        method.visitInsn(Opcodes.DUP);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "org/sqlite/SQLiteDataSource", "<init>", "()V", false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(2, 0);
        method.visitEnd();
        writer.visitEnd();
        Files.createDirectories(compiled.classes());
        Files.write(compiled.classes().resolve("RowsKt.class"), writer.toByteArray());

        assertThat(compiled.uses()).singleElement().satisfies(found -> assertThat(found.line())
                .startsWith("drivers: it.RowsKt.load (Rows.kt, test) creates org.sqlite.SQLiteDataSource"));
    }

    @Test
    void laterJavasOfAMultiReleaseProjectAreLookedThroughAndDescriptorsLeftOut() throws IOException {
        compiled.source(
                "package it; class Rows { Object make() { return new com.zaxxer.hikari.HikariDataSource(); } }");
        Path versioned = Files.createDirectories(compiled.classes().resolve("META-INF/versions/21/it"));
        Files.move(compiled.classes().resolve("it/Rows.class"), versioned.resolve("Rows.class"));
        Files.writeString(compiled.classes().resolve("module-info.class"), "never looked at");
        Files.writeString(compiled.classes().resolve("it/package-info.class"), "never looked at");
        Files.writeString(compiled.classes().resolve("notes.txt"), "no class");

        ClassFiles.ScanResult looked =
                new ClassFiles(Place.Scope.MAIN, compiled.classes()).scan(BackendRules.parse("", ""));

        assertThat(looked.files()).isEqualTo(1);
        assertThat(looked.findings()).singleElement().satisfies(found -> assertThat(found.line())
                .contains("it.Rows.make (Rows.java:1, main)"));
    }

    @Test
    void aBannedClassIsFoundWhereItIsUsedAndWhereItIsThere() throws IOException {
        compiled.source("""
                package it.old;
                public class Legacy {
                    public static int size;
                    public static Legacy get() { return new Legacy(); }
                }
                """, """
                package it;
                import it.old.Legacy;
                class Using {
                    Object call() { return Legacy.get(); }
                    int read() { return Legacy.size; }
                    Object named() { return Legacy.class; }
                    Object loaded() throws Exception { return Class.forName("it.old.Legacy"); }
                }
                """);

        assertThat(Compiled.inShort(compiled.uses("it.old.*")))
                .containsExactlyInAnyOrder(
                        "named Using.call 4",
                        "named Using.read 5",
                        "named Using.named 6",
                        "named Using.loaded 7",
                        "named Legacy. -");
        assertThat(compiled.uses()).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereHasNothing() throws IOException {
        assertThat(compiled.findings("")).isEmpty();
    }
}
