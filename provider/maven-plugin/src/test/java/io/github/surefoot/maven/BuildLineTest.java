package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.report.SuiteLink;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildLineTest {
    private static final Path PAGE = Path.of("index.html");

    private static SuiteLink suite(String name, String state) {
        return new SuiteLink(name, state, "5 of 5 rounds", "");
    }

    @Test
    void eachStateIsCountedAndWhatIsNotHeldNamed() {
        assertThat(BuildLine.of(
                        4,
                        List.of(
                                suite("shop:app", "held"),
                                suite("shop:app (failsafe)", "broken"),
                                suite("shop:core", "held"),
                                suite("shop:web", "insufficient")),
                        List.of("last"),
                        PAGE))
                .isEqualTo("Surefoot: 4 modules, 4 suites: 2 held, 1 broken (shop:app (failsafe)),"
                        + " 1 insufficient (shop:web). Not judged: last. All of them are in index.html");
    }

    @Test
    void ofOneModuleItsSuitesAreTold() {
        assertThat(BuildLine.of(
                        1, List.of(suite("shop:app", "held"), suite("shop:app (failsafe)", "held")), List.of(), PAGE))
                .isEqualTo("Surefoot: 2 suites: 2 held. All of them are in index.html");
    }
}
