package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that depend on others in every way we know, beside sound ones: each cause is found, and nobody else named. */
@Execution(ExecutionMode.CONCURRENT)
class DiagnoseIT {
    /** A seed with which each fault shows itself in some of these rounds. */
    private static final List<String> ROUNDS =
            List.of("-Dsurefoot.rounds=6", "-Dsurefoot.order=random", "-Dsurefoot.seed=3", "-Dsurefoot.workers=1");

    private static final Map<String, String> VICTIMS = Map.ofEntries(
            Map.entry("RegistryVictimTest.isEmpty and 1 more", "RegistryPolluterTest.adds"),
            Map.entry("PropertyVictimTest.isSlow", "PropertyPolluterTest"),
            Map.entry("LocaleVictimTest.formats", "LocalePolluterTest"),
            Map.entry("ZoneVictimTest.isToday", "ZonePolluterTest"),
            Map.entry("PairVictimTest.isFree", "PairFirstTest together with PairSecondTest"),
            Map.entry("OwnOrderTest.suffers", "OwnOrderTest.pollutes"),
            Map.entry("LevelVictimTest.isLow", "LevelPolluterTest"),
            Map.entry("TickerVictimTest.isQuiet", "TickerPolluterTest"),
            Map.entry("OldVictimTest.isOne", "OldPolluterTest"),
            Map.entry("NgVictimTest.isOne", "NgPolluterTest"));

    @Test
    @OnProject("seeded-faults")
    void namesTheCauseOfEachAndAccusesNobodyElse(Project project) {
        List<String> run = new ArrayList<>(List.of("test-compile", project.surefoot("test")));
        run.addAll(ROUNDS);
        project.run(run.toArray(String[]::new)).fails();

        Build diagnosis = project.run(project.surefoot("diagnose")).passes();

        VICTIMS.forEach((victim, polluter) -> assertThat(diagnosis.lines("VICTIM .*"))
                .as(diagnosis.tail())
                .anySatisfy(line -> assertThat(line)
                        .endsWith("VICTIM " + victim + ", polluted by " + polluter
                                + " (fails 3 of 3 with it, 0 of 3 without)")));
        assertThat(diagnosis.lines("VICTIM RateVictimTest.isOne, polluted by "))
                .singleElement()
                .asString()
                .contains("RateFirstPolluterTest", "; also by ", "RateSecondPolluterTest", "(fails 3 of 3");
        assertThat(diagnosis.lines(
                        "BRITTLE BrittleTest.isConnected, needs ConnectTest before it .fails 0 of 3 with it, 3 of 3"))
                .hasSize(1);
        assertThat(diagnosis.lines("RANDOM ChanceTest.isLucky, fails alone in "))
                .hasSize(1);
        assertThat(diagnosis.lines("(VICTIM|BRITTLE|PASSES|RANDOM|BROKEN|NON-IDEMPOTENT|UNKNOWN) "))
                .hasSize(VICTIMS.size() + 3)
                .noneMatch(line -> line.contains("Sound") || line.contains("not confirmed"));
        assertThat(diagnosis.lines("replay.only=it.RegistryPolluterTest#adds,it.RegistryVictimTest#isEmpty"))
                .hasSize(1);

        assertThat(diagnosis.verdict().word()).isEqualTo("broken");
        JsonNode cause = causeOf(diagnosis, "it.PropertyVictimTest");
        assertThat(cause.path("kind").asText()).isEqualTo("victim");
        assertThat(cause.path("confirmed").asBoolean()).isTrue();
        assertThat(cause.path("culprits").path(0).asText()).isEqualTo("it.PropertyPolluterTest");
        assertThat(causeOf(diagnosis, "it.BrittleTest").path("kind").asText()).isEqualTo("brittle");

        Build named = project.run(project.surefoot("diagnose"), "-Dsurefoot.test=OnceTest,Sound1Test#adds")
                .passes();

        assertThat(named.lines("NON-IDEMPOTENT OnceTest.runsOnce, fails from its second run in one JVM .fails 3 of 3"))
                .hasSize(1);
        assertThat(named.lines("PASSES Sound1Test.adds")).hasSize(1);
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
