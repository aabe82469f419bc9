package io.github.surefoot.surefire.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalTest {
    @Test
    void aJvmThatKeepsNothingForLibrariesMayGoOn() {
        assertThat(new Renewal(List.of(), List.of()).keptForLibraries()).isEmpty();
    }

    @Test
    void whatItKeepsIsNamedByOneClassAndHowManyMore() {
        assertThat(new Renewal(List.of(), List.of("shop.Mocks")).keptForLibraries())
                .contains(
                        "class shop.Mocks, which a library has asked the JVM for and would be given in later rounds too");
        assertThat(new Renewal(List.of(), List.of("shop.A", "shop.B", "shop.C"))
                        .keptForLibraries()
                        .orElseThrow())
                .startsWith("class shop.A (and 2 more), which");
    }
}
