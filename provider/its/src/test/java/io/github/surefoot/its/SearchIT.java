package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A search finds one flaky test of each sort, accuses no other, and shows each again. */
@Execution(ExecutionMode.CONCURRENT)
class SearchIT {
    private static final System.Logger LOG = System.getLogger(SearchIT.class.getName());
    private static final String CANARY = "canary-loop-5a1c77";

    @Test
    @OnProject("search")
    void findsEachSortOnceAndShowsItAgain(Project project) throws IOException {
        // It ends when all of these ways are looked at, long before its time is over.
        Build search = project.run(GuideCommand.SEARCH.with(
                        "-Dsurefoot.search.ways=class,reversed,noise",
                        "-Dsurefoot.search.noise=zone,clock,shuffle",
                        "-Dsurefoot.search.fail=true",
                        "-Dsurefoot.secrets=API_KEY",
                        "-Dsurefoot.secrets.dotenv=canary.env"))
                .fails();

        Map<String, JsonNode> finds = finds(project);
        assertThat(finds.keySet())
                .as(search.tail())
                .containsExactlyInAnyOrder(
                        "AVictimTest", "ChanceTest", "DayTest", "OnceTest", "QuietTest", "SetTest", "ZoneTest");
        assertThat(search.lines(
                        "WARNING. ENVIRONMENT-DEPENDENT DayTest.isTheSameAllDay, fails with a clock that passes (midnight|the end"
                                + " of the year) \\([56] of [56]; 0 of [56] without\\)"))
                .as(search.tail())
                .hasSize(1);
        assertThat(search.lines(
                        "WARNING. ENVIRONMENT-DEPENDENT SetTest.isInOrder, fails with hash sets, members and files in another"
                                + " order \\([56] of [56]; 0 of [56] without\\)"))
                .hasSize(1);
        assertThat(search.lines("WARNING. ORDER-DEPENDENT AVictimTest.isClean, fails in reversed order"
                        + " \\(3 of 3; 0 of 3 in the usual order\\)"))
                .hasSize(1);
        assertThat(search.lines("WARNING. ENVIRONMENT-DEPENDENT ZoneTest.isNotInTheFarthestEast, fails with time zone"
                        + " Pacific/Kiritimati \\([56] of [56]; 0 of [56] without\\)"))
                .hasSize(1);
        assertThat(search.lines(
                        "WARNING. NON-IDEMPOTENT OnceTest.runsOnce, fails where its class runs alone, the second time"
                                + " \\(3 of 3; 0 of 3 the first time\\)"))
                .hasSize(1);
        assertThat(search.lines("WARNING. RANDOM ChanceTest.isOdd, fails now and then "))
                .hasSize(1);
        assertThat(finds.getOrDefault("QuietTest", MissingNode.getInstance())
                        .path("kind")
                        .asText())
                .isIn("brittle", "order-dependent");
        assertThat(search.lines("why \\d:  VICTIM AVictimTest.isClean, polluted by DirtyTest "))
                .hasSize(1);
        assertThat(search.lines("what matters: Shared.dirty \\(Shared.java\\) is true, and was false, after DirtyTest"))
                .hasSize(1);
        assertThat(search.lines("why \\d:  BRITTLE QuietTest.isPrepared, needs PrepareTest before it "))
                .hasSize(1);
        assertThat(search.lines("fail anyway, and are not flaky: BrokenTest.neverPasses"))
                .hasSize(1);
        assertThat(search.lines("class 11 of 11 classes; reversed 1 of 1 order; noise 10 of 10 kinds"))
                .hasSize(1);
        assertThat(finds.getOrDefault("AVictimTest", MissingNode.getInstance())
                        .path("message")
                        .asText())
                .contains("dirty, with ***API_KEY***");
        assertThat(Files.readString(json(project))).doesNotContain(CANARY);
        assertThat(search.log()).noneMatch(line -> line.contains(CANARY));

        List<String> numbers = new ArrayList<>();
        finds.values().forEach(find -> numbers.add(find.path("number").asText()));
        Build again = project.run(
                        "surefoot:search",
                        "-Dsurefoot.search.replay=" + String.join(",", numbers),
                        "-Dsurefoot.secrets=API_KEY",
                        "-Dsurefoot.secrets.dotenv=canary.env")
                .fails();

        assertThat(again.lines("FAILED (AVictim|Day|Once|Quiet|Set|Zone)Test\\.\\S+ failed 3 of 3 in new JVMs: "))
                .as(again.tail())
                .hasSize(6);
        assertThat(again.lines("FAILED ChanceTest\\.isOdd failed 1 of \\d+ in new JVMs: "))
                .hasSize(1);
        for (JsonNode find : finds.values()) {
            assertThat(find.path("replay").asText())
                    .matches("mvn \\S+:search -Dsurefoot.search.replay="
                            + find.path("number").asText());
            assertThat(project.file(
                            "target/surefoot/search/find-" + find.path("number").asText() + ".txt"))
                    .content()
                    .doesNotContain(CANARY);
        }
    }

    @Test
    @OnProject("search")
    void burnsInWhatABranchChanges(Project project) throws Exception {
        for (String flaky : List.of("AVictim", "Broken", "Chance", "Once", "Quiet", "Zone")) {
            project.delete("src/test/java/it/" + flaky + "Test.java");
        }
        Files.writeString(project.file(".gitignore"), "target\n.surefoot\n");
        git(project, "init", "-q", "-b", "main");
        git(project, "add", "-A");
        git(project, "-c", "user.name=it", "-c", "user.email=it@localhost", "commit", "-q", "-m", "all");
        Path price = project.file("src/main/java/it/Price.java");
        Files.writeString(price, Files.readString(price).replace("price / 5", "20 * price / 100"));

        Build sound = project.run("surefoot:search", "-Dsurefoot.since=main", "-Dsurefoot.budget=5m")
                .passes();

        assertThat(sound.lines("1 test class is new, changed, or reaches what changed \\(1 file\\) since main"))
                .as(sound.tail())
                .hasSize(1);
        assertThat(sound.lines("PriceTest\\.hasTax passed 81 of 81 \\(59 alone\\): at least 96\\.\\d %"))
                .hasSize(1);
        assertThat(sound.lines("PrepareTest.* passed ")).isEmpty();

        Build unknown =
                project.run("surefoot:search", "-Dsurefoot.since=nowhere").fails();

        assertThat(unknown.lines("\\[ERROR].*surefoot.since is 'nowhere', but must be a branch, tag or commit"))
                .as(unknown.tail())
                .isNotEmpty();
    }

    /** Of each kind one at least; by what its class is called. */
    private static final Map<String, String> SEEDED = Map.ofEntries(
            Map.entry("SingletonVictimTest|CounterVictimTest|LevelVictimTest", "order-dependent"),
            Map.entry("RateVictimTest", "order-dependent"),
            Map.entry("PairVictimTest", "order-dependent"),
            Map.entry("BrittleTest|PropertyBrittleTest", "order-dependent|brittle"),
            Map.entry("FileOnceTest|OnceTest", "non-idempotent"),
            Map.entry("OwnOrderTest", "order-dependent|brittle"),
            Map.entry("PropertyVictimTest", "order-dependent"),
            Map.entry("LocaleVictimTest", "order-dependent"),
            Map.entry("ZoneVictimTest", "order-dependent"),
            Map.entry("HashBoundTest", "environment-dependent"),
            Map.entry("ReflectionBoundTest", "environment-dependent"),
            Map.entry("PortUserTest|PortHolderTest|FileUserTest|FileHolderTest", "neighbour-dependent|random"),
            Map.entry("TempFileVictimTest", "order-dependent"),
            Map.entry("DatabaseVictimTest", "order-dependent"),
            Map.entry("TickerVictimTest", "order-dependent"),
            Map.entry("RaceTest", "random"),
            Map.entry("ClockTest", "random"),
            Map.entry("BeforeAllVictimTest", "order-dependent"),
            Map.entry("SpringVictimTest", "order-dependent"),
            Map.entry("OldVictimTest", "order-dependent"),
            Map.entry("NgVictimTest", "order-dependent"));

    @Test
    @OnProject("seeded-faults")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "minutes for each seed")
    void findsEachKindOfSeededFaultWhateverTheSeed(Project project) throws IOException {
        for (int seed = 1; seed <= Integer.getInteger("its.seeds", 3); seed++) {
            Build search = project.run(
                            "test-compile",
                            project.surefoot("search"),
                            "-Dsurefoot.budget=" + System.getProperty("its.budget", "10m"),
                            "-Dsurefoot.seed=" + seed)
                    .passes();

            JsonNode all = new ObjectMapper().readTree(json(project).toFile()).path("finds");
            List<String> numbers = new ArrayList<>();
            Map<String, BigDecimal> at = new TreeMap<>();
            for (JsonNode find : all) {
                String name = find.path("class").asText().replaceFirst("^it\\.", "");
                assertThat(name).as("seed " + seed).doesNotStartWith("Sound");
                numbers.add(find.path("number").asText());
                SEEDED.forEach((names, kinds) -> {
                    if (name.matches(names) && find.path("kind").asText().matches(kinds)) {
                        at.merge(names, find.path("atCpuSeconds").decimalValue(), BigDecimal::min);
                    }
                });
            }
            LOG.log(System.Logger.Level.INFO, "seed {0}, seconds of CPU time: {1}", seed, at);
            assertThat(at.keySet())
                    .as("seed " + seed + "\n" + search.tail())
                    .containsExactlyInAnyOrderElementsOf(SEEDED.keySet());

            Build again = project.run(
                            project.surefoot("search"), "-Dsurefoot.search.replay=" + String.join(",", numbers))
                    .fails();

            assertThat(again.lines("FAILED .* in new JVMs: ")).as(again.tail()).hasSize(numbers.size());
        }
    }

    private static void git(Project project, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(project.directory().toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).as(command.toString()).isZero();
    }

    private static Path json(Project project) {
        return project.file("target/surefoot/search.json");
    }

    private static Map<String, JsonNode> finds(Project project) throws IOException {
        JsonNode all = new ObjectMapper().readTree(json(project).toFile()).path("finds");
        Map<String, JsonNode> finds = new HashMap<>();
        IntStream.range(0, all.size()).forEach(i -> {
            String name = all.get(i).path("class").asText();
            assertThat(finds.put(name.substring(name.indexOf('.') + 1), all.get(i)))
                    .as(name)
                    .isNull();
        });
        return finds;
    }
}
