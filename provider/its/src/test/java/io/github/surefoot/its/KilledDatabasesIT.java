package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Maven;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Processes;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.SharedServer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Maven is killed whatever it is at: after the next build nothing of Surefoot's is left on the engine, and what is not
 * Surefoot's is there. {@code -Dsurefoot.long=true} kills a hundred on each, or {@code -Dits.kills=…};
 * {@code -Dits.seed=…} at the same moments again.
 */
class KilledDatabasesIT {
    private static final int KILLS = Integer.getInteger("its.kills", 100);
    private static final String[] ROUNDS = {"-Dsurefoot.rounds=2", "-Dsurefoot.workers=2"};

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true")
    @OnProject("killed-databases")
    void onAServerOfOthers(String engine, Project project) throws Exception {
        assumeThat(SharedServer.isInstalled(engine))
                .as("%s is installed", engine)
                .isTrue();
        try (SharedServer server = SharedServer.start(engine)) {
            server.create("others");
            server.create("surefoot_wonderful");
            kill(KILLS, project, server::known, server.settings());
            server.known(project.maven()).run(arguments(server.settings())).passes();
            assertThat(server.databases())
                    .contains("others")
                    .filteredOn(name -> name.startsWith("surefoot_w"))
                    .containsExactly("surefoot_wonderful");
        }
    }

    /** The directory of its data is written down by the tests. */
    @Test
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true")
    @OnProject("killed-databases")
    void onAServerThatSurefootStarts(Project project) throws Exception {
        assumeThat(SharedServer.isInstalled("postgresql"))
                .as("PostgreSQL is installed")
                .isTrue();
        List<String> settings = List.of("-Dsurefoot.database.engine=postgresql");
        kill(KILLS, project, maven -> maven, settings);
        project.run(arguments(settings)).passes();
        List<String> servers = new ArrayList<>();
        try (Stream<Path> seen = Files.list(project.file("target/seen"))) {
            for (Path each : seen.toList()) {
                servers.add(Files.readString(each));
            }
        }
        assertThat(servers).isNotEmpty().allSatisfy(directory -> {
            assertThat(Path.of(directory)).doesNotExist();
            assertThat(running(directory)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:", "jdbc:h2:file:", ""})
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true")
    @OnProject("killed-databases")
    void inFiles(String url, Project project) throws Exception {
        List<String> settings = url.isEmpty() ? List.of() : List.of("-Dsurefoot.database.url=" + url);
        kill(KILLS, project, maven -> maven, settings);
        Build build = project.run(arguments(settings)).passes();
        assertThat(build.verdict().word()).isEqualTo("held");
        try (Stream<Path> files = Files.walk(project.file("target/surefoot"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .filteredOn(file -> file.contains("/workers/") && !file.endsWith("/lock"))
                    .isEmpty();
        }
    }

    private static String[] arguments(List<String> settings) {
        return Stream.of(Stream.of("test"), Stream.of(ROUNDS), settings.stream())
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    private interface Knowing {
        Maven told(Maven maven);
    }

    /** Each at a moment of its own between Maven's start and its end, as long as that took before the first kill. */
    private static void kill(int kills, Project project, Knowing knowing, List<String> settings) throws Exception {
        long seed = Long.getLong("its.seed", new Random().nextLong());
        System.getLogger(KilledDatabasesIT.class.getName()).log(Level.INFO, "-Dits.seed=" + seed);
        Random random = new Random(seed);
        long begin = System.nanoTime();
        knowing.told(project.maven()).run(arguments(settings)).passes();
        long whole = System.nanoTime() - begin;
        int killed = 0;
        for (int i = 0; killed < kills; i++) {
            assertThat(i).as("builds that end before their moment comes").isLessThan(5 * kills + 5);
            Process maven = knowing.told(project.maven()).start(arguments(settings));
            boolean ended = maven.waitFor((long) (whole * random.nextDouble()), TimeUnit.NANOSECONDS);
            maven.toHandle().destroyForcibly();
            maven.waitFor();
            killed += ended ? 0 : 1;
            assertThat(Processes.of(project)).as("seed %d, build %d", seed, i).isEmpty();
        }
    }

    private static List<String> running(String directory) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(directory))
                .toList();
    }
}
