package io.github.surefoot.worker.database.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.fault.Retry;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.file.WorkerHome;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.DatabaseServiceTest;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every known cause of "unable to open database file" and its kin, with the real fault: the right class, a message
 * that names cause and mend, and nothing left behind. Some faults need root on Linux, and are skipped without.
 */
@Timeout(120)
@Tag("slow")
class SqliteFaultTableTest {
    private static final Scope SCOPE = Scope.of(SqliteFaultTableTest.class, "");
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path directory;

    private final java.util.ArrayDeque<String[]> undo = new java.util.ArrayDeque<>();

    @AfterEach
    void mend() throws Exception {
        while (!undo.isEmpty()) {
            Shell.run(List.of(undo.pop()));
        }
    }

    @Test
    void parent_directory_missing() throws Exception {
        RecordingContext context = new RecordingContext(directory);
        DatabaseService service = context.start();
        Path home = homeOf(service.database(SCOPE));
        service.finishClass(SCOPE, true);
        delete(home);
        assertThatThrownBy(() -> service.database(SCOPE))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("The directory " + home + " does not exist")
                .hasMessageContaining("[parent-missing")
                .hasMessageNotContaining("Tried");
        service.close(LIMIT);
    }

    @Test
    void file_missing_is_an_error_and_never_an_empty_database() throws Exception {
        TestDatabase database = started(directory);
        Files.delete(SqliteFile.of(database));
        assertThatThrownBy(database::openConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("The database file does not exist")
                .hasMessageContaining("was deleted while it was in use");
        assertThat(SqliteFile.of(database)).doesNotExist();
    }

    @Test
    void directory_removed_while_open() throws Exception {
        RecordingContext context = new RecordingContext(directory);
        DatabaseService service = context.start();
        TestDatabase database = service.database(SCOPE);
        try (Connection connection = new org.sqlite.JDBC()
                        .connect("jdbc:sqlite:" + SqliteFile.of(database), new java.util.Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO cart (name) VALUES ('early')");
            delete(homeOf(database));
            assertThatThrownBy(() -> statement.execute("INSERT INTO cart (name) VALUES ('late')"))
                    .isInstanceOfSatisfying(SQLException.class, e -> {
                        Diagnosis diagnosis = SqliteDiagnoser.diagnose(e, SqliteFile.of(database));
                        assertThat(diagnosis.fault()).isEqualTo(SqliteFault.DELETED_UNDER_US);
                        assertThat(diagnosis.message()).contains(homeOf(database) + " is gone", "mvn clean");
                    });
        }
        service.close(LIMIT);
        assertThat(context.problems).singleElement().asString().contains("was deleted while it was in use");
    }

    @Test
    void directory_not_writable() throws Exception {
        RecordingContext context = new RecordingContext(directory);
        DatabaseService service = context.start();
        Path home = homeOf(service.database(SCOPE));
        service.finishClass(SCOPE, true);
        freeze(home);
        assertThatThrownBy(() -> service.database(SCOPE))
                .hasMessageContaining("No file can be created in " + home + " (owner ")
                .hasMessageContaining(", mode ")
                .hasMessageContaining("[directory-not-writable");
        mend();
        service.close(LIMIT);
    }

    @Test
    void database_in_a_directory_that_is_not_writable() throws Exception {
        TestDatabase database = started(directory);
        freeze(homeOf(database));
        assertThat(failureOf(
                        "jdbc:sqlite:" + SqliteFile.of(database), "INSERT INTO cart (name) VALUES ('x')", database))
                .isEqualTo(SqliteFault.DIRECTORY_NOT_WRITABLE);
    }

    @Test
    void file_not_writable() throws Exception {
        TestDatabase database = started(directory);
        freeze(SqliteFile.of(database));
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("INSERT INTO cart (name) VALUES ('x')"))
                    .hasMessageContaining("may not read and write " + SqliteFile.of(database) + " (owner ")
                    .hasMessageContaining("[file-not-writable");
        }
    }

    @Test
    void file_mode_without_the_right_to_write_or_read() throws Exception {
        for (String mode : List.of("r--r--r--", "---------")) {
            List<String> java = Shell.java(
                    Shell.thisJava(), List.of(), ForkedWorker.class, List.of(directory.toString(), "1", mode));
            // Root may read and write whatever the mode says, unless it has given up the right to.
            List<String> command = new java.util.ArrayList<>();
            if (System.getProperty("user.name").equals("root")) {
                Shell.needed("setpriv", "--bounding-set=-dac_override,-dac_read_search", "true");
                command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
            }
            command.addAll(java);
            assertThat(Shell.run(command).output())
                    .contains("FAULT ")
                    .contains("may not read and write " + directory)
                    .contains(", mode " + mode + ")")
                    .contains("[file-not-writable");
            assertNothingLeft(directory);
        }
    }

    @Test
    void disk_full_fails_after_one_sweep_and_names_the_room_left() throws Exception {
        Path small = mount("size=256k");
        RecordingContext context = new RecordingContext(directory).with("surefoot.database.directory", small);
        DatabaseService service = context.start();
        service.database(Scope.WORKER);
        fill(small.resolve("filler"), small, 8 * 1024);
        assertThatThrownBy(() -> service.database(SCOPE))
                .hasMessageContaining("[disk-full")
                .hasMessageContaining("bytes left")
                .hasMessageContaining("Tried 2 times: [DISK_FULL]");
        try (Stream<Path> left = Files.list(homeOf(service.database(Scope.WORKER)))) {
            assertThat(left.filter(file -> file.toString().endsWith(".db")))
                    .as("only the first database")
                    .hasSize(1);
        }
        service.close(LIMIT);
    }

    @Test
    void disk_full_of_what_dead_workers_left_is_not_the_end() throws Exception {
        Path small = mount("size=256k");
        RecordingContext context = new RecordingContext(directory).with("surefoot.database.directory", small);
        DatabaseService service = context.start();
        WorkerHome dead = WorkerHome.create(small.resolve("workers"), "dead");
        fill(dead.freshFile(".db"), small, 8 * 1024);
        dead.close(false);
        assertThat(SqliteFile.of(service.database(SCOPE))).exists();
        assertThat(context.events).anyMatch(event -> event.contains("retries=1") && event.contains("faults=disk-full"));
        assertThat(dead.directory()).doesNotExist();
        service.close(LIMIT);
    }

    @Test
    void disk_that_gets_full_in_a_test() throws Exception {
        Path small = mount("size=256k");
        RecordingContext context = new RecordingContext(directory).with("surefoot.database.directory", small);
        DatabaseService service = context.start();
        try (Connection connection = service.database(SCOPE).openConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("INSERT INTO cart (name) VALUES (hex(randomblob(500000)))"))
                    .hasMessageContaining("bytes left, too few")
                    .hasMessageContaining("[disk-full");
        }
        service.close(LIMIT);
    }

    @Test
    void no_inodes_left() throws Exception {
        Path few = mount("size=8m,nr_inodes=20");
        RecordingContext context = new RecordingContext(directory).with("surefoot.database.directory", few);
        DatabaseService service = context.start();
        service.database(Scope.WORKER);
        takeAllInodes(few);
        assertThatThrownBy(() -> service.database(SCOPE))
                .hasMessageContaining("[no-inodes")
                .hasMessageContaining("bytes are free")
                .hasMessageContaining("no inodes left");
        service.close(LIMIT);
    }

    @Test
    void too_many_open_files_names_the_openers() throws Exception {
        List<String> java =
                Shell.java(Shell.thisJava(), List.of(), ForkedWorker.class, List.of(directory.toString(), "1", "leak"));
        java.replaceAll(each -> each.equals(System.getProperty("java.class.path")) ? asUsersHaveIt(each) : each);
        Shell.Result result = Shell.run(List.of("bash", "-c", "ulimit -n 120; exec " + Shell.quoted(java)));
        assertThat(result.output())
                .contains("FAULT ")
                .contains("[too-many-open-files")
                .contains("as many files open as it may")
                .contains("ForkedWorker.use(ForkedWorker.java:");
        assertNothingLeft(directory);
    }

    @Test
    void path_too_long() throws Exception {
        Path deep = directory;
        while (deep.toString().length() < 490) {
            deep = deep.resolve("d".repeat(60));
        }
        Path tooDeep = Files.createDirectories(deep);
        RecordingContext context = new RecordingContext(directory).with("surefoot.database.directory", tooDeep);
        assertThatThrownBy(() -> {
                    DatabaseService service = context.start();
                    service.database(SCOPE);
                })
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("[path-too-long")
                .hasMessageContaining("SQLite takes at most 512")
                .hasMessageContaining("Set surefoot.database.directory to a shorter path");
    }

    @Test
    void temporary_directory_not_writable() throws Exception {
        // Not below the temporary directory, which is to be read-only.
        Path build = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fault");
        Path readOnly = Files.createDirectory(build.resolve("read-only"));
        List<String> java =
                Shell.java(Shell.thisJava(), List.of(), ForkedWorker.class, List.of(build.toString(), "1", "sort"));
        Shell.needed("unshare", "-m", "true");
        // SQLite tries these and the working directory, and nothing else.
        // The checkout itself may lie below /tmp, so the build directory gets a mount of its own, which stays writable.
        String script = "unset SQLITE_TMPDIR TMPDIR && mount -t tmpfs -o ro tmpfs /var/tmp"
                + " && mount --bind '" + build + "' '" + build + "'"
                + " && mount -t tmpfs -o ro tmpfs '" + readOnly + "'"
                + " && { [ ! -d /usr/tmp ] || mount -t tmpfs -o ro tmpfs /usr/tmp; }"
                + " && mount --rbind /tmp /tmp && mount -o remount,bind,ro /tmp && cd '" + readOnly + "' && exec "
                + Shell.quoted(java);
        Shell.Result result = Shell.run(List.of("unshare", "-m", "bash", "-c", script));
        assertThat(result.output()).contains("[temp-directory-not-writable").contains("temp_store=MEMORY");
        assertNothingLeft(build);
        delete(build);
    }

    @Test
    void native_library_directory_noexec() throws Exception {
        Path noexec = mount("size=8m,noexec");
        assertThat(fork(Shell.thisJava(), "-Djava.io.tmpdir=" + noexec, "surefoot.database.native=" + noexec))
                .contains("[native-directory-unusable")
                .contains("set surefoot.database.native to another one");
    }

    @Test
    void native_library_directory_full_or_read_only() throws Exception {
        Path full = mount("size=64k");
        assertThat(fork(Shell.thisJava(), "-Dx=y", "surefoot.database.native=" + full))
                .contains("The native library of SQLite could not be written or loaded")
                .contains("[native-directory-unusable");
        Path readOnly = mount("size=64k,ro");
        assertThat(fork(Shell.thisJava(), "-Dx=y", "surefoot.database.native=" + readOnly))
                .contains("[native-directory-unusable");
    }

    @Test
    void truncated_native_library_is_written_anew_before_it_kills_the_jvm() throws Exception {
        assertThat(fork(Shell.thisJava(), "-Dx=y")).contains("done");
        Path library;
        try (Stream<Path> files = Files.walk(directory.resolve("database/native"))) {
            library = files.filter(file -> file.toString().contains("sqlitejdbc"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(library);
        Files.write(library, java.util.Arrays.copyOf(whole, whole.length / 2));
        Path abandoned = Files.writeString(library.resolveSibling("draft1.tmp"), "of a worker that was killed");
        assertThat(fork(Shell.thisJava(), "-Dx=y")).contains("done");
        assertThat(library).hasBinaryContent(whole);
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void native_access_denied() throws Exception {
        assertThat(fork(newerJava(), "--illegal-native-access=deny"))
                .contains("[native-access-denied")
                .contains("--enable-native-access=ALL-UNNAMED");
        assertThat(fork(newerJava(), "--enable-native-access=ALL-UNNAMED")).contains("done");
    }

    @Test
    void a_lock_is_transient() throws Exception {
        TestDatabase database = started(directory);
        try (Connection holder = database.openConnection()) {
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("INSERT INTO cart (name) VALUES ('held')");
            }
            Fault fault = failureOf(
                    "jdbc:sqlite:" + SqliteFile.of(database) + "?busy_timeout=1",
                    "INSERT INTO cart (name) VALUES ('late')",
                    database);
            assertThat(fault).isEqualTo(SqliteFault.LOCKED);
            assertThat(fault.retry()).isEqualTo(Retry.LATER);
        }
    }

    @Test
    void a_damaged_file_is_corrupt() throws Exception {
        TestDatabase database = started(directory);
        byte[] content = Files.readAllBytes(SqliteFile.of(database));
        new Random(1).nextBytes(content);
        Files.write(SqliteFile.of(database), content);
        assertThat(failureOf("jdbc:sqlite:" + SqliteFile.of(database), "SELECT * FROM cart", database))
                .isEqualTo(SqliteFault.CORRUPT);
    }

    @Test
    void a_killed_worker_leaves_no_rows_to_others_and_its_files_to_the_sweep() throws Exception {
        Process worker = new ProcessBuilder(Shell.java(
                        Shell.thisJava(),
                        List.of(),
                        ForkedWorker.class,
                        List.of(directory.toString(), "1000000", "plain")))
                .redirectErrorStream(true)
                .start();
        try (var output = worker.inputReader()) {
            assertThat(output.lines().anyMatch("first"::equals)).isTrue();
        } finally {
            worker.destroyForcibly().waitFor();
        }
        assertThat(homes(directory)).hasSize(1);
        RecordingContext context = new RecordingContext(directory);
        DatabaseService service = context.start();
        assertThat(DatabaseServiceTest.text(service.database(SCOPE), "SELECT count(*) FROM cart"))
                .isEqualTo("2");
        assertThat(context.events).anyMatch(event -> event.contains("swept") && event.contains("homes=1"));
        service.close(LIMIT);
        assertNothingLeft(directory);
    }

    @Test
    void a_sweep_spares_the_living_and_what_is_not_its_own() throws Exception {
        Path workers = directory.resolve("workers");
        WorkerHome living = WorkerHome.create(workers, "r1w1");
        WorkerHome dead = WorkerHome.create(workers, "r1w2");
        dead.close(false);
        Path foreign = Files.createDirectories(workers.resolve("of-somebody/else"));
        WorkerHome.Sweep sweep = WorkerHome.sweep(workers);
        assertThat(sweep.swept()).isEqualTo(1);
        assertThat(sweep.stuck()).isEmpty();
        assertThat(living.directory()).exists();
        assertThat(dead.directory()).doesNotExist();
        assertThat(foreign).exists();
        living.close(true);
    }

    @Test
    void waits_double_and_jitter_within_their_bounds() {
        Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(100), new Random(7));
        for (int repetition = 1; repetition <= 60; repetition++) {
            long whole = repetition > 4 ? 100 : 10L << (repetition - 1);
            assertThat(backoff.before(repetition)).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
        }
    }

    private TestDatabase started(Path build) {
        return new RecordingContext(build).start().database(SCOPE);
    }

    private static Fault failureOf(String url, String sql, TestDatabase database) {
        try (Connection connection = new org.sqlite.JDBC().connect(url, new java.util.Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            throw new AssertionError("did not fail");
        } catch (SQLException e) {
            Diagnosis diagnosis = SqliteDiagnoser.diagnose(e, SqliteFile.of(database));
            assertThat(diagnosis.message()).contains(diagnosis.fault().mend());
            return diagnosis.fault();
        }
    }

    private String fork(Path javaHome, String option, String... settings) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of(directory.toString(), "1", "plain"));
        arguments.addAll(List.of(settings));
        return Shell.run(Shell.java(javaHome, List.of(option), ForkedWorker.class, arguments))
                .output();
    }

    private Path mount(String options) throws Exception {
        Path point = Files.createTempDirectory(directory, "mount");
        Shell.needed("mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString());
        undo.push(new String[] {"umount", "-l", point.toString()});
        return point;
    }

    /** Takes the right to write even from root. */
    private void freeze(Path path) throws Exception {
        Shell.needed("chattr", "+i", path.toString());
        undo.push(new String[] {"chattr", "-i", path.toString()});
    }

    private static void fill(Path file, Path fileSystem, int leave) throws IOException {
        long usable = Files.getFileStore(fileSystem).getUsableSpace();
        Files.write(file, new byte[(int) (usable - leave)]);
    }

    private static void takeAllInodes(Path root) throws IOException {
        while (true) {
            try {
                Files.createTempFile(root, "inode", null);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static Path newerJava() throws IOException {
        Path installed = Path.of("/usr/lib/jvm");
        Assumptions.assumeTrue(Files.isDirectory(installed), "no directory of JDKs here");
        try (Stream<Path> homes = Files.list(installed)) {
            return homes.filter(home -> version(home) >= 24)
                    .findFirst()
                    .orElseGet(() -> Assumptions.abort("no JDK 24 or later is installed"));
        }
    }

    private static int version(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("^JAVA_VERSION=\"(\\d+).*", "$1")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<Path> homes(Path build) throws IOException {
        try (Stream<Path> homes = Files.list(build.resolve("database/workers"))) {
            return homes.filter(Files::isDirectory).toList();
        }
    }

    static void assertNothingLeft(Path build) throws IOException {
        assertThat(homes(build)).isEmpty();
    }

    /** Puts the library's classes into a jar: from a directory, not even classes can be loaded without descriptors. */
    private String asUsersHaveIt(String classPath) {
        Path classes = Path.of("target/classes").toAbsolutePath();
        Path jar = directory.resolve("worker.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(classPath).contains(classes.toString());
        return classPath.replace(classes.toString(), jar.toString());
    }

    private static Path homeOf(TestDatabase database) {
        return SqliteFile.of(database).resolve("..").normalize();
    }

    private static void delete(Path tree) throws Exception {
        FileTrees.delete(tree);
    }
}
