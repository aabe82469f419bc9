package io.github.surefoot.maven.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.search.Way;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {
    private static SearchSettings parse(Map<String, String> given) {
        return SearchSettings.parse(name -> Optional.ofNullable(given.get(name)), new Random(1));
    }

    @Test
    void nothingSetIsFiveMinutesOfAllAndPasses() {
        SearchSettings settings = parse(Map.of());

        assertThat(settings.budget()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.ways()).containsExactlyInAnyOrder(Way.values());
        assertThat(settings.noise()).hasSize(ProbeVariant.values().length - 1).doesNotContain(ProbeVariant.USUAL);
        assertThat(settings.seed()).isBetween(1L, 1_000_000L);
        assertThat(settings.fails()).isFalse();
        assertThat(settings.since()).isEmpty();
    }

    @Test
    void aChangeIsLookedAtWithoutNoiseAndFails() {
        SearchSettings settings = parse(Map.of("surefoot.since", "origin/main"));

        assertThat(settings.since()).contains("origin/main");
        assertThat(settings.ways()).doesNotContain(Way.NOISE, Way.PAIRS);
        assertThat(settings.fails()).isTrue();
        assertThat(parse(Map.of("surefoot.since", "origin/main", "surefoot.search.fail", "false"))
                        .fails())
                .isFalse();
    }

    @Test
    void eachKindOfNoiseIsSwitched() {
        assertThat(parse(Map.of("surefoot.search.noise", "charset, load")).noise())
                .containsExactly(ProbeVariant.CHARSET_LATIN, ProbeVariant.LOAD);
        SearchSettings off = parse(Map.of("surefoot.search.noise", "off"));
        assertThat(off.noise()).isEmpty();
        assertThat(off.ways()).doesNotContain(Way.NOISE);
    }

    @Test
    void allIsRead() {
        assertThat(parse(Map.of(
                        "surefoot.budget", "90s",
                        "surefoot.search.ways", "pairs, alone",
                        "surefoot.search.noise", "off",
                        "surefoot.seed", "7",
                        "surefoot.search.trials", "12",
                        "surefoot.search.fail", "true",
                        "surefoot.test", "CartTest")))
                .isEqualTo(new SearchSettings(
                        Duration.ofSeconds(90),
                        Set.of(Way.PAIRS, Way.ALONE),
                        List.of(),
                        7,
                        12,
                        Optional.empty(),
                        true,
                        Optional.of("CartTest")));
    }
}
