package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where time goes, by what it brings. */
class PortfolioTest {
    private static Strategy endless(Way way) {
        return new OrdersStrategy(way, OrdersStrategy.NO_END, number -> Trial.plain(way, "", List.of()));
    }

    private static Map<Way, Integer> seconds(Portfolio portfolio, int trials, Map<Way, Duration> costs, Way finding) {
        Map<Way, Integer> millis = new EnumMap<>(Way.class);
        for (int i = 0; i < trials; i++) {
            Way way = portfolio.next().orElseThrow().way();
            Duration cost = costs.getOrDefault(way, Duration.ZERO);
            portfolio.brought(way, way == finding ? 1 : 0, cost);
            millis.merge(way, (int) cost.toMillis(), Integer::sum);
        }
        return millis;
    }

    @Test
    void eachHasItsTurnWhereNothingIsFound() {
        Portfolio portfolio = new Portfolio(
                List.of(endless(Way.SHUFFLED), endless(Way.PAIRS), endless(Way.USUAL), endless(Way.BESIDE)), Map.of());
        Map<Way, Duration> costs = new EnumMap<>(Way.class);
        EnumSet.allOf(Way.class).forEach(way -> costs.put(way, Duration.ofSeconds(1)));

        assertThat(seconds(portfolio, 20, costs, Way.NOISE)).hasSize(4);
    }

    @Test
    void whatHasJustBroughtNewsGoesOnUntilItBringsNone() {
        Portfolio portfolio = new Portfolio(List.of(endless(Way.SHUFFLED), endless(Way.PAIRS)), Map.of());
        List<Way> taken = new ArrayList<>();

        for (int news : List.of(20, 8, 4, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
            taken.add(portfolio.next().orElseThrow().way());
            portfolio.brought(taken.get(taken.size() - 1), news, Duration.ofMillis(700));
        }

        assertThat(taken.subList(0, 7)).containsOnly(Way.SHUFFLED);
        assertThat(taken.subList(7, taken.size())).contains(Way.PAIRS);
    }

    @Test
    void anAccountIsOfWhatWasShown() {
        Portfolio portfolio = new Portfolio(List.of(endless(Way.SHUFFLED)), Map.of(Way.SHUFFLED, new WayAccount(3, 6)));

        portfolio.brought(Way.SHUFFLED, 5, Duration.ofSeconds(2));
        portfolio.shown(Way.SHUFFLED, 4, Duration.ofSeconds(9));

        assertThat(portfolio.accounts()).containsOnly(Map.entry(Way.SHUFFLED, new WayAccount(4, 2)));
        Looked looked = portfolio.looked().get(0);
        assertThat(looked.trials()).isEqualTo(1);
        assertThat(looked.finds()).isEqualTo(4);
        assertThat(looked.spent()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void mostGoesToWhatFindsMostAndNoneIsGivenUp() {
        Portfolio portfolio =
                new Portfolio(List.of(endless(Way.PAIRS), endless(Way.USUAL), endless(Way.ALONE)), Map.of());
        Map<Way, Duration> costs = Map.of(
                Way.PAIRS, Duration.ofSeconds(2),
                Way.USUAL, Duration.ofSeconds(2),
                Way.ALONE, Duration.ofMillis(50));

        Map<Way, Integer> millis = seconds(portfolio, 200, costs, Way.USUAL);

        assertThat(millis.getOrDefault(Way.USUAL, 0)).isGreaterThan(5 * millis.getOrDefault(Way.PAIRS, 0));
        assertThat(millis.getOrDefault(Way.ALONE, 0)).isPositive();
    }

    @Test
    void thoseThatFindNothingShareTheTimeHoweverDearTheyAre() {
        Portfolio portfolio = new Portfolio(List.of(endless(Way.PAIRS), endless(Way.ALONE)), Map.of());

        Map<Way, Integer> millis = seconds(
                portfolio, 2000, Map.of(Way.PAIRS, Duration.ofSeconds(2), Way.ALONE, Duration.ofMillis(50)), Way.NOISE);

        assertThat(millis.getOrDefault(Way.PAIRS, 0))
                .isBetween(millis.getOrDefault(Way.ALONE, 0) / 2, millis.getOrDefault(Way.ALONE, 0) * 2);
    }

    @Test
    void whatFindsMostElsewhereHasMostOfTheTimeWhereNothingIsFound() {
        Portfolio portfolio =
                new Portfolio(List.of(endless(Way.USUAL), endless(Way.ALONE), endless(Way.SHUFFLED)), Map.of());
        Map<Way, Duration> costs = Map.of(
                Way.USUAL, Duration.ofSeconds(1),
                Way.ALONE, Duration.ofMillis(50),
                Way.SHUFFLED, Duration.ofSeconds(1));

        Map<Way, Integer> millis = seconds(portfolio, 2000, costs, Way.NOISE);

        int shuffled = millis.getOrDefault(Way.SHUFFLED, 0);
        assertThat(shuffled).isBetween(3 * millis.getOrDefault(Way.ALONE, 0), 5 * millis.getOrDefault(Way.ALONE, 0));
        assertThat(millis.getOrDefault(Way.USUAL, 0)).isBetween(shuffled / 16, shuffled / 5);
    }

    @Test
    void whatFindsMostElsewhereAndHasFoundThatManyIsHopedForAsOthersAre() {
        Portfolio portfolio = new Portfolio(List.of(endless(Way.SHUFFLED), endless(Way.PAIRS)), Map.of());
        Map<Way, Duration> costs = Map.of(Way.PAIRS, Duration.ofSeconds(1), Way.SHUFFLED, Duration.ofSeconds(1));
        portfolio.brought(Way.SHUFFLED, 20, Duration.ofSeconds(1));

        Map<Way, Integer> millis = seconds(portfolio, 40, costs, Way.NOISE);

        assertThat(millis.getOrDefault(Way.SHUFFLED, 0))
                .as("beside the first ones, until nothing new had come for a while")
                .isBetween(20_000, 26_000);
    }

    @Test
    void whatHasStartedAJvmForNeighboursGoesOnForAWhile() {
        Portfolio portfolio = new Portfolio(List.of(endless(Way.BESIDE), endless(Way.PAIRS)), Map.of());
        List<Way> taken = new ArrayList<>();
        for (long millis : List.of(2000L, 500L, 500L, 500L)) {
            taken.add(portfolio.next().orElseThrow().way());
            portfolio.brought(taken.get(taken.size() - 1), 0, Duration.ofMillis(millis));
        }

        assertThat(taken).containsExactly(Way.BESIDE, Way.BESIDE, Way.BESIDE, Way.PAIRS);
    }

    @Test
    void whatTakesLongToShowMakesWayForNoiseOfOtherKinds() {
        Portfolio portfolio = new Portfolio(
                List.of(endless(Way.CLASS), endless(Way.NOISE), endless(Way.REVERSED), endless(Way.BESIDE)), Map.of());
        List<Way> taken = new ArrayList<>();
        Map<Way, Duration> costs = Map.of(
                Way.CLASS, Duration.ofSeconds(5),
                Way.NOISE, Duration.ofSeconds(10),
                Way.REVERSED, Duration.ofSeconds(5),
                Way.BESIDE, Duration.ofSeconds(9));
        for (int i = 0; i < 5; i++) {
            Way way = portfolio.next().orElseThrow().way();
            taken.add(way);
            portfolio.brought(
                    way, way == Way.NOISE || way == Way.BESIDE ? 1 : 0, costs.getOrDefault(way, Duration.ZERO));
        }

        assertThat(taken)
                .as(
                        "cheap ones first, then what has many kinds, and a find of neighbours is no reason to go on for long")
                .containsExactly(Way.CLASS, Way.REVERSED, Way.BESIDE, Way.NOISE, Way.NOISE);
    }

    @Test
    void whatAnEarlierSearchFoundGoesFirst() {
        Portfolio portfolio =
                new Portfolio(List.of(endless(Way.PAIRS), endless(Way.ALONE)), Map.of(Way.ALONE, new WayAccount(3, 6)));
        Map<Way, Duration> costs = Map.of(Way.PAIRS, Duration.ofSeconds(2), Way.ALONE, Duration.ofSeconds(2));

        seconds(portfolio, 2, costs, Way.NOISE);

        assertThat(portfolio.next().orElseThrow().way()).isEqualTo(Way.ALONE);
    }

    @Test
    void oneThatHasNoneLeftIsLeftOut() {
        Portfolio portfolio = new Portfolio(
                List.of(new OrdersStrategy(Way.REVERSED, 1, number -> Trial.plain(Way.REVERSED, "", List.of()))),
                Map.of());

        assertThat(portfolio.next()).isPresent();
        assertThat(portfolio.next()).isEmpty();
        assertThat(portfolio.looked().get(0).text()).isEqualTo("1 of 1 order");
    }
}
