package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitAlignmentTest {
    @ParameterizedTest
    @CsvSource({"1.14.4, 1.14.4", "1.14.0, 1.14.4", "6.1.3, 6.1.3", "6.1.0-M1, 6.1.3"})
    void aLauncherOfTheSameMinorReleaseFits(String launcher, String engine) {
        assertThat(JUnitAlignment.misfit(platform(launcher, engine))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.3.2, 1.14.4", "1.14.4, 1.13.4", "1.14.4, 6.0.0", "6.0.0, 6.1.0"})
    void aLauncherOfAnotherReleaseIsNamedWithTheMend(String launcher, String engine) {
        assertThat(JUnitAlignment.misfit(platform(launcher, engine))).hasValueSatisfying(message -> assertThat(message)
                .contains("junit-platform-launcher is " + launcher)
                .contains("junit-platform-engine is " + engine)
                .contains("org.junit:junit-bom"));
    }

    @Test
    void anEngineOfAnotherReleaseThanItsApiIsNamed() {
        assertThat(JUnitAlignment.misfit(Map.of(
                        "org.junit.jupiter:junit-jupiter-api", "5.14.4",
                        "org.junit.jupiter:junit-jupiter-engine", "5.4.2")))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("junit-jupiter-engine is 5.4.2")
                        .contains("junit-jupiter-api is 5.14.4"));
    }

    /** As when an old launcher, nearer in the tree, brings its own platform in. */
    @Test
    void aPlatformOlderThanItsEngineIsNamed() {
        assertThat(JUnitAlignment.misfit(Map.of(
                        "org.junit.platform:junit-platform-launcher", "1.3.2",
                        "org.junit.platform:junit-platform-engine", "1.3.2",
                        "org.junit.jupiter:junit-jupiter-engine", "5.14.4")))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("junit-platform-engine is 1.3.2")
                        .contains("junit-jupiter-engine is 5.14.4"));
    }

    @Test
    void aPlatformNewerThanOneOfItsEnginesRunsIt() {
        assertThat(JUnitAlignment.misfit(Map.of(
                        "org.junit.platform:junit-platform-engine", "1.14.4",
                        "org.junit.jupiter:junit-jupiter-engine", "5.12.2")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"junit:junit, 4.11, 4.12", "junit:junit, 3.8.1, 4.12", "org.testng:testng, 6.9.10, 6.14"})
    void whatNoEngineCanRunIsNamedWithTheOldestThatOneCan(String part, String version, String oldest) {
        assertThat(JUnitAlignment.misfit(Map.of(part, version))).hasValueSatisfying(message -> assertThat(message)
                .contains(" is " + version + " ")
                .contains(oldest + " or later")
                .endsWith("-Dincludes=" + part));
    }

    @ParameterizedTest
    @CsvSource({"junit:junit, 4.12", "junit:junit, 4.13.2", "org.testng:testng, 6.14.3", "org.testng:testng, 7.11.0"})
    void whatAnEngineCanRunIsNotTooOld(String part, String version) {
        assertThat(JUnitAlignment.misfit(Map.of(part, version))).isEmpty();
    }

    @Test
    void whatIsNotThereIsForSurefootToAdd() {
        assertThat(JUnitAlignment.misfit(Map.of("org.junit.jupiter:junit-jupiter-api", "5.14.4")))
                .isEmpty();
        assertThat(JUnitAlignment.misfit(Map.of("junit:junit", "4.13.2"))).isEmpty();
    }

    private static Map<String, String> platform(String launcher, String engine) {
        return Map.of(
                "org.junit.platform:junit-platform-launcher", launcher,
                "org.junit.platform:junit-platform-engine", engine);
    }
}
