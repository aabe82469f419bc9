package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that depend on others in every way we know, beside sound ones: each cause is found, and nobody else named. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class DiagnoseIT {
    /** With this seed each fault shows itself in some of these rounds. */
    private static final List<String> ROUNDS =
            List.of("-Dsurefoot.rounds=6", "-Dsurefoot.order=random", "-Dsurefoot.seed=5", "-Dsurefoot.workers=1");

    private static final String KINDS =
            "(VICTIM|BRITTLE|NEIGHBOUR|PASSES|RANDOM|BROKEN|NON-IDEMPOTENT|ENVIRONMENT|UNKNOWN) ";

    private static final System.Logger LOG = System.getLogger(DiagnoseIT.class.getName());

    private static final Pattern COST =
            Pattern.compile("cost: (\\d+) probes to find it, \\d+ to be sure, ([\\d.]+) s of CPU time");

    /** By their victims: who it is, and what that leaves behind; empty where nothing can be told of it. */
    private static final Map<String, List<String>> VICTIMS = Map.ofEntries(
            fault(
                    "SingletonVictimTest.isNew",
                    "SingletonPolluterTest",
                    "Registry.INSTANCE.entries (Registry.java:8) holds"
                            + " 3 entries that SingletonPolluterTest put there"),
            fault("PropertyVictimTest.isSlow", "PropertyPolluterTest", "the system property it.mode is set after"),
            fault("LocaleVictimTest.formats", "LocalePolluterTest", "the default locale is de-DE, and was "),
            fault(
                    "ZoneVictimTest.isToday",
                    "ZonePolluterTest",
                    "the default time zone is Pacific/Kiritimati, and was "),
            fault("OwnOrderTest.suffers", "OwnOrderTest.pollutes", "Shared.own (Shared.java:"),
            fault("LevelVictimTest.isLow", "LevelPolluterTest", "Shared.level (Shared.java:"),
            fault("OldVictimTest.isOne", "OldPolluterTest", "Shared.old (Shared.java:"),
            fault("NgVictimTest.isOne", "NgPolluterTest", "Shared.ng (Shared.java:"),
            fault("ArrayVictimTest.isTwenty", "ArrayPolluterTest", "Shared.LIMITS[1] (Shared.java:"),
            fault("CounterVictimTest.isFirst", "CounterPolluterTest", "Shared.COUNTER (Shared.java:"),
            fault("CacheVictimTest.misses", "CachePolluterTest", "Shared.CACHE (Shared.java:"),
            fault("BeforeAllVictimTest", "BeforeAllPolluterTest", "Shared.server (Shared.java:"),
            fault("ThreadLocalVictimTest.isNobody", "ThreadLocalPolluterTest", "Shared.USER (Shared.java:"),
            fault("SpringVictimTest.isEmpty", "SpringPolluterTest", ""),
            fault(
                    "TempFileVictimTest.startsClean",
                    "TempFilePolluterTest",
                    "the file target/it-work/flag is there after"));

    /** Those whose JVMs cannot be used again, or that take many probes. */
    private static final Map<String, List<String>> DEAR = Map.ofEntries(
            fault(
                    "RegistryVictimTest.isEmpty and 1 more",
                    "RegistryPolluterTest.adds",
                    "Shared.REGISTRY (Shared.java:"),
            fault("TickerVictimTest.isQuiet", "TickerPolluterTest", "the thread 'it-ticker' runs on after"),
            fault("BootVictimTest.isSafe", "BootPolluterTest", ""),
            fault("PairVictimTest.isFree", "Pair", "Shared.o"),
            fault("DatabaseVictimTest.isEmpty", "DatabasePolluterTest", "the file target/it-accounts.mv.db is there"));

    private static Map.Entry<String, List<String>> fault(String victim, String polluter, String state) {
        return Map.entry(victim, List.of(polluter, state));
    }

    /** Of those that share something, one worker runs the one and the other the other at the same time, as they are told. */
    private static void runBeside(Project project, String... pairs) {
        List<String> classes = new ArrayList<>();
        for (String pair : pairs) {
            classes.addAll(List.of(pair + "HolderTest", pair + "UserTest"));
        }
        project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dtest=" + String.join(",", classes),
                        "-Dsurefoot.rounds=1",
                        "-Dsurefoot.workers=2",
                        "-Dsurefire.runOrder=alphabetical",
                        "-Dit.meet=60000")
                .fails();
    }

    private static void run(Project project) {
        List<String> run = new ArrayList<>(List.of("test-compile", project.surefoot("test")));
        run.addAll(ROUNDS);
        project.run(run.toArray(String[]::new)).fails();
    }

    @Test
    @OnProject("seeded-faults")
    void namesTheCauseOfEachAndAccusesNobodyElse(Project project) throws Exception {
        run(project);
        Path mine = Files.writeString(project.file("target/mine"), "mine");
        List<String> asked =
                new ArrayList<>(List.of("FileOnceTest", "ChanceTest", "RateVictimTest", "Sound1Test#adds"));
        VICTIMS.keySet().forEach(victim -> asked.add(victim.replace('.', '#')));

        Build hint = project.run(
                        project.surefoot("diagnose"),
                        "-Dsurefoot.diagnose.confirm=false",
                        "-Dsurefoot.test=" + String.join(",", asked))
                .passes();

        holds(hint, VICTIMS, " (not confirmed)");
        assertThat(hint.lines("NON-IDEMPOTENT FileOnceTest.createsItsFile, fails from its second run"))
                .hasSize(1);
        assertThat(hint.lines("RANDOM ChanceTest.isLucky, fails alone in ")).hasSize(1);
        assertThat(hint.lines("PASSES Sound1Test.adds")).hasSize(1);
        assertThat(hint.lines(KINDS))
                .as("what fails before all tests of a class is asked about beside its test")
                .hasSize(asked.size() + 1)
                .noneMatch(line -> line.contains("polluted by Sound"));
        assertThat(mine).hasContent("mine");
        assertThat(project.file("target/it-once")).as("a file of the run").exists();

        Build sure = project.run(GuideCommand.DIAGNOSE.where(
                        Map.of("surefoot:diagnose", project.surefoot("diagnose")),
                        "-Dsurefoot.test=TempFileVictimTest,OnceTest"))
                .passes();

        assertThat(sure.lines(KINDS)).hasSize(2).noneMatch(line -> line.contains("not confirmed"));
        assertThat(sure.lines("NON-IDEMPOTENT OnceTest.runsOnce, fails from its second run in one JVM .fails 3 of 3"))
                .hasSize(1);
        assertThat(sure.lines("VICTIM TempFileVictimTest.startsClean, polluted by TempFilePolluterTest .fails 3 of 3"))
                .hasSize(1);
        assertThat(sure.lines("replay.only=it.TempFilePolluterTest,it.TempFileVictimTest#startsClean"))
                .hasSize(1);
        assertThat(sure.verdict().word()).isEqualTo("broken");
        JsonNode cause = causeOf(sure, "it.TempFileVictimTest");
        assertThat(cause.path("kind").asText()).isEqualTo("victim");
        assertThat(cause.path("confirmed").asBoolean()).isTrue();
        assertThat(cause.path("culprits").path(0).asText()).isEqualTo("it.TempFilePolluterTest");
        assertThat(cause.path("state").path(0).asText())
                .isEqualTo("the file target/it-work/flag is there after TempFilePolluterTest");
        assertThat(cause.path("probes")).anySatisfy(probe -> {
            assertThat(probe.path("jvm").asText()).isEqualTo("fresh");
            assertThat(probe.path("before").path(0).asText()).isEqualTo("it.TempFilePolluterTest");
            assertThat(probe.path("failed").asInt()).isEqualTo(3);
        });
        assertThat(project.file("target/surefoot/report/index.html"))
                .content()
                .contains("\"fails\":{\"before\":[\"it.TempFilePolluterTest\"]");

        runBeside(project, "Port");

        Build beside = project.run(project.surefoot("diagnose")).passes();

        assertThat(beside.lines(KINDS)).as(beside.tail()).hasSize(1);
        assertThat(beside.lines(disturbed("Port"))).hasSize(1);
        assertThat(beside.lines("  what matters: both use port 2\\d{4}$")).hasSize(1);
        assertThat(causeOf(beside, "it.PortUserTest").path("kind").asText()).isEqualTo("neighbour");
        assertThat(causeOf(beside, "it.PortUserTest").path("state").path(0).asText())
                .startsWith("both use port 2");
    }

    private static String disturbed(String pair) {
        return "NEIGHBOUR " + pair + "UserTest.uses, disturbed by " + pair
                + "HolderTest beside it \\(fails 3 of 3 while that runs, 0 of 3 without\\)$";
    }

    @Test
    @OnProject("seeded-faults")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "minutes of new JVMs")
    void showsEachInNewJvms(Project project) {
        run(project);

        Build diagnosis = project.run(project.surefoot("diagnose")).passes();

        Map<String, List<String>> all = new HashMap<>(VICTIMS);
        all.putAll(DEAR);
        holds(diagnosis, all, "");
        assertThat(diagnosis.lines("BRITTLE BrittleTest.isConnected, needs ConnectTest before it"))
                .hasSize(1);
        assertThat(diagnosis.lines("BRITTLE PropertyBrittleTest.hasHome, needs PropertySetterTest before it"))
                .hasSize(1);
        assertThat(diagnosis.lines("RANDOM (Chance|Clock|Race)Test.*, fails alone in "))
                .hasSize(3);
        assertThat(diagnosis.lines("NON-IDEMPOTENT FileOnceTest.createsItsFile, fails from its second run"))
                .hasSize(1);
        assertThat(diagnosis.lines("ENVIRONMENT ZoneBoundTest.isWest, depends on the time zone"))
                .hasSize(1);
        assertThat(diagnosis.lines("ENVIRONMENT LocaleBoundTest.isWithoutDot, depends on the locale"))
                .hasSize(1);
        assertThat(diagnosis.lines("ENVIRONMENT CoreBoundTest.hasSixteen, depends on the number of cores"))
                .hasSize(1);
        assertThat(diagnosis.lines("ENVIRONMENT HashBoundTest.rises, depends on the order of identity hash codes"))
                .hasSize(1);
        // Without shared class data the JVM may list them as with it.
        assertThat(diagnosis.lines("ENVIRONMENT ReflectionBoundTest.isFirst, depends on the order "
                        + "(in which reflection lists members|of what has none)"))
                .hasSize(1);
        // A JVM draws it: of six there is not always one in which it fails.
        boolean passed = diagnosis.lines("SetOrderTest").isEmpty();
        assertThat(diagnosis.lines(
                        "ENVIRONMENT SetOrderTest.beginsWithTheFirst, depends on the order of Set.of and Map.of"))
                .hasSize(passed ? 0 : 1);
        assertThat(diagnosis.lines(KINDS))
                .as("and that of the victim of two polluters")
                .hasSize(all.size() + (passed ? 12 : 13))
                .noneMatch(line -> line.contains("Sound") || line.contains("not confirmed"));

        runBeside(project, "File", "Ledger");

        Build beside = project.run(project.surefoot("diagnose")).passes();

        assertThat(beside.lines(KINDS)).as(beside.tail()).hasSize(2);
        assertThat(beside.lines(disturbed("File"))).hasSize(1);
        assertThat(beside.lines("  what matters: both use file target/it-shared.lock$"))
                .hasSize(1);
        assertThat(beside.lines(disturbed("Ledger"))).hasSize(1);
        assertThat(beside.lines("  what matters: both use file target/it-ledger.mv.db$"))
                .hasSize(1);
    }

    @Test
    @OnProject("seeded-faults")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "as many runs as seeds")
    void namesNoWrongPolluterWhateverTheOrder(Project project) throws IOException {
        Map<String, String> polluters = new HashMap<>();
        VICTIMS.forEach((victim, by) -> polluters.put(victim, by.get(0)));
        polluters.put("RateVictimTest.isOne", "Rate");
        int named = 0;
        int first = Integer.getInteger("its.firstSeed", 1);
        for (int seed = first; seed < first + Integer.getInteger("its.seeds", 3); seed++) {
            // What the run before has left would be nobody's.
            Files.deleteIfExists(project.file("target/it-work/flag"));
            project.run(
                            "test-compile",
                            project.surefoot("test"),
                            "-Dsurefoot.rounds=1",
                            "-Dsurefoot.order=random",
                            "-Dsurefoot.seed=" + seed,
                            "-Dsurefoot.workers=1")
                    .fails();
            List<String> asked = new ArrayList<>();
            polluters.keySet().forEach(victim -> asked.add(victim.replace('.', '#')));

            Build diagnosis = project.run(
                            project.surefoot("diagnose"),
                            "-Dsurefoot.diagnose.confirm=false",
                            "-Dsurefoot.test=" + String.join(",", asked))
                    .passes();

            for (String line : diagnosis.lines("VICTIM ")) {
                String victim = line.replaceFirst(".*VICTIM (\\S+?),.*", "$1");
                assertThat(line)
                        .as("seed " + seed)
                        .contains(", polluted by " + polluters.getOrDefault(victim, "nobody at all"));
                named++;
            }
            assertThat(diagnosis.lines("(BRITTLE|NEIGHBOUR|ENVIRONMENT|RANDOM) "))
                    .as("seed " + seed)
                    .isEmpty();
        }
        LOG.log(System.Logger.Level.INFO, "named {0} polluters", named);
        assertThat(named).isPositive();
    }

    @Test
    @OnProject("seeded-faults")
    @EnabledIfSystemProperty(
            named = "surefoot.long",
            matches = "true",
            disabledReason = "a thousand classes, many times")
    void findsAPolluterAnywhereAmongAThousandClasses(Project project) throws IOException {
        ThousandClasses.in(project);
        List<Integer> probes = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int seed = 1; probes.size() < Integer.getInteger("its.seeds", 5); seed++) {
            Build run = project.run(
                    "test-compile",
                    project.surefoot("test"),
                    "-Dsurefoot.rounds=1",
                    "-Dsurefoot.workers=1",
                    "-Dsurefoot.order=random",
                    "-Dsurefoot.seed=" + seed);
            if (run.lines("VictimTest.isClean").isEmpty()) {
                // In this order the victim is ahead of its polluter.
                run.passes();
                continue;
            }
            Build diagnosis = project.run(project.surefoot("diagnose")).passes();
            assertThat(diagnosis.lines(KINDS))
                    .as("seed " + seed + "\n" + diagnosis.tail())
                    .hasSize(1);
            assertThat(
                            diagnosis.lines(
                                    "VICTIM VictimTest.isClean, polluted by PolluterTest .fails 3 of 3 with it, 0 of 3 without."))
                    .hasSize(1);
            Matcher cost = COST.matcher(diagnosis.lines("  cost: ").get(0));
            assertThat(cost.find()).isTrue();
            probes.add(Integer.parseInt(cost.group(1)));
            seconds.add(Double.parseDouble(cost.group(2)));
        }
        assertThat(probes.stream().sorted().toList().get(probes.size() / 2))
                .as("probes to find it: " + probes)
                .isLessThanOrEqualTo(ThousandClasses.LOGARITHM + 6);
        LOG.log(System.Logger.Level.INFO, "probes {0}, seconds of CPU time {1}", probes, seconds);
        assertThat(seconds).as("seconds of CPU time").allMatch(spent -> spent < 60);
    }

    /** Holds what was found of victims against what is seeded. */
    private static void holds(Build diagnosis, Map<String, List<String>> victims, String end) {
        victims.forEach((victim, by) -> {
            assertThat(diagnosis.lines("VICTIM .*")).as(diagnosis.tail()).anySatisfy(line -> assertThat(line)
                    .contains("VICTIM " + victim + ", polluted by " + by.get(0))
                    .endsWith(" without)" + end));
            if (!by.get(1).isEmpty()) {
                assertThat(diagnosis.log()).anyMatch(line -> line.contains("  what matters: " + by.get(1)));
            }
        });
        assertThat(diagnosis.lines("VICTIM RateVictimTest.isOne, polluted by Rate(First|Second)PolluterTest"))
                .hasSize(1);
    }

    private static JsonNode causeOf(Build build, String className) {
        for (JsonNode test : build.verdict().json().path("tests")) {
            if (test.path("class").asText().equals(className)) {
                return test.path("cause");
            }
        }
        throw new AssertionError("There is no test of " + className + "\n" + build.tail());
    }
}
