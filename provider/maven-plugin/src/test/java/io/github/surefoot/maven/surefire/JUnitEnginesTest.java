package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The expectations are what Surefire 3.6.1 resolves for its own provider in a project with these dependencies. */
class JUnitEnginesTest {
    private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";
    private static final String PLATFORM = "org.junit.platform:junit-platform-engine";
    private static final String COMMONS = "org.junit.platform:junit-platform-commons";
    private static final String JUPITER_API = "org.junit.jupiter:junit-jupiter-api";
    private static final String JUPITER = "org.junit.jupiter:junit-jupiter-engine";
    private static final String VINTAGE = "org.junit.vintage:junit-vintage-engine";
    private static final String TESTNG = "org.junit.support:testng-engine";

    private final Map<String, String> project = new HashMap<>();

    private JUnitEnginesTest with(String key, String version) {
        project.put(key, version);
        return this;
    }

    private JUnitEngines engines(String... given) {
        return new JUnitEngines(project, Set.of(given));
    }

    private List<String> needed(String... given) {
        return engines(given).needed().stream()
                .map(needed -> needed.key() + ":" + needed.version())
                .toList();
    }

    @Test
    void jupiterWithItsEngineNeedsOnlyTheLauncherOfItsVersion() {
        with(JUPITER_API, "5.14.4")
                .with(JUPITER, "5.14.4")
                .with(PLATFORM, "1.14.4")
                .with(COMMONS, "1.14.4");
        assertThat(needed()).containsExactly(LAUNCHER + ":1.14.4");
    }

    @Test
    void theApiAloneNeedsTheEngineOfItsVersion() {
        with(JUPITER_API, "5.10.2").with(COMMONS, "1.10.2");
        assertThat(needed()).containsExactlyInAnyOrder(JUPITER + ":5.10.2", PLATFORM + ":1.10.2", LAUNCHER + ":1.10.2");
    }

    @Test
    void fromJUnit6OnPlatformAndJupiterCountTogether() {
        with(JUPITER_API, "6.1.3");
        assertThat(needed()).containsExactlyInAnyOrder(JUPITER + ":6.1.3", PLATFORM + ":6.1.3", LAUNCHER + ":6.1.3");
    }

    @Test
    void jUnit4AloneRunsByVintage() {
        with("junit:junit", "4.13.2");
        assertThat(engines().vintageDetected()).isTrue();
        assertThat(needed()).containsExactlyInAnyOrder(VINTAGE + ":5.14.4", PLATFORM + ":1.14.4", LAUNCHER + ":1.14.4");
    }

    @Test
    void jUnit4BesideJupiterGetsVintageOfJupitersVersion() {
        with("junit:junit", "4.13.2").with(JUPITER_API, "5.10.2").with(COMMONS, "1.10.2");
        assertThat(needed())
                .containsExactlyInAnyOrder(
                        JUPITER + ":5.10.2", VINTAGE + ":5.10.2", PLATFORM + ":1.10.2", LAUNCHER + ":1.10.2");
    }

    @Test
    void aProjectsOwnVintageIsLeftAlone() {
        with("junit:junit", "4.13.2").with(VINTAGE, "5.12.2").with(PLATFORM, "1.12.2");
        assertThat(engines().vintageDetected()).isFalse();
        assertThat(needed()).containsExactly(LAUNCHER + ":1.12.2");
    }

    @Test
    void testNgRunsByItsEngine() {
        with("org.testng:testng", "7.10.2");
        assertThat(needed()).containsExactlyInAnyOrder(TESTNG + ":1.1.0", PLATFORM + ":1.14.4", LAUNCHER + ":1.14.4");
    }

    @Test
    void testNgBesideJupiterHasBoth() {
        with("org.testng:testng", "7.10.2").with(JUPITER_API, "5.14.4").with(COMMONS, "1.14.4");
        assertThat(needed())
                .containsExactlyInAnyOrder(
                        JUPITER + ":5.14.4", TESTNG + ":1.1.0", PLATFORM + ":1.14.4", LAUNCHER + ":1.14.4");
    }

    @Test
    void aProjectWithoutAnyTestFrameworkGetsWhatSurefireWouldTake() {
        assertThat(needed()).containsExactlyInAnyOrder(JUPITER + ":5.14.4", PLATFORM + ":1.14.4", LAUNCHER + ":1.14.4");
    }

    @Test
    void anotherEngineOfThePlatformNeedsNoJupiter() {
        with("net.jqwik:jqwik-engine", "1.9.3").with(PLATFORM, "1.13.4").with(COMMONS, "1.13.4");
        assertThat(needed()).containsExactly(LAUNCHER + ":1.13.4");
    }

    @Test
    void enginesThatThePomGivesToSurefireAreLeftAlone() {
        with("junit:junit", "4.13.2").with(JUPITER_API, "5.14.4").with(PLATFORM, "1.14.4");
        assertThat(engines(JUPITER, VINTAGE).vintageDetected()).isFalse();
        assertThat(needed(JUPITER, VINTAGE)).containsExactly(LAUNCHER + ":1.14.4");
        assertThat(needed(JUPITER, VINTAGE, LAUNCHER)).isEmpty();
    }

    @Test
    void aLauncherInTheProjectIsGivenToSurefireToo() {
        // Surefire's provider runs on the plugin's dependencies, in which the project's launcher is not.
        with(JUPITER_API, "5.14.4")
                .with(JUPITER, "5.14.4")
                .with(PLATFORM, "1.14.4")
                .with(LAUNCHER, "1.14.4");
        assertThat(needed()).containsExactly(LAUNCHER + ":1.14.4");
    }
}
