package io.github.surefoot.analysis.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Shown;
import io.github.surefoot.analysis.search.Executions;
import io.github.surefoot.analysis.search.Find;
import io.github.surefoot.analysis.search.FindKind;
import io.github.surefoot.analysis.search.Looked;
import io.github.surefoot.analysis.search.SearchState;
import io.github.surefoot.analysis.search.Trial;
import io.github.surefoot.analysis.search.Way;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.order.OrderKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull request shows of a search. */
class GitHubSearchTest {
    @TempDir
    private Path repository;

    private SourceFinder sources;

    @BeforeEach
    void write() throws IOException {
        Path tests = Files.createDirectories(repository.resolve("cart/src/test/java/shop"));
        Files.writeString(tests.resolve("CartTest.java"), """
                package shop;

                class CartTest {
                    @Test
                    void expires() {}
                }
                """);
        sources = new SourceFinder(repository, List.of(repository.resolve("cart/src/test/java")));
    }

    private static ProbeUnit test(String type, String name) {
        return ProbeUnit.ofTest(type, new TestId(type, name), type + "/" + name);
    }

    private static SearchState state(ProbeUnit... found) {
        List<Find> finds = IntStream.range(0, found.length)
                .mapToObj(i -> new Find(
                        i + 1,
                        found[i],
                        FindKind.ORDER,
                        new Trial(
                                Way.REVERSED,
                                "in reversed order",
                                List.of(found[i]),
                                OrderKind.CONFIGURED,
                                0,
                                1,
                                Noise.NONE),
                        0,
                        new Shown(3, 3),
                        new Shown(3, 0),
                        "in the usual order",
                        "java.lang.AssertionError",
                        "1 is not 2",
                        Duration.ofSeconds(1)))
                .toList();
        return new SearchState(
                List.of(found),
                finds,
                List.of(),
                List.of(),
                List.of(new Looked(Way.REVERSED, "1 of 1 order", 1, finds.size(), Duration.ofSeconds(1))),
                Map.of(),
                Map.of(test("shop.PriceTest", "hasTax"), new Executions(40, 19, 0)),
                7,
                Duration.ofMillis(12_345),
                "all was looked at");
    }

    private static GitHubSearch gitHub(SearchState state) {
        return new GitHubSearch(state, "shop:cart", number -> "mvn surefoot:search -Dsurefoot.search.replay=" + number);
    }

    @Test
    void findsStandAtTheLineOfTheirTest() {
        GitHubSearch gitHub = gitHub(state(
                test("shop.CartTest", "expires"),
                test("shop.CartTest$Inner", "gone(int)[2]"),
                test("shop.StockTest", "counts")));

        assertThat(gitHub.annotations(sources, true))
                .containsExactly(
                        "::error file=cart/src/test/java/shop/CartTest.java,line=5,title=CartTest.expires is flaky"
                                + " (order-dependent)::ORDER-DEPENDENT CartTest.expires, fails in reversed order (3 of 3; 0 of 3"
                                + " in the usual order)%0Amvn surefoot:search -Dsurefoot.search.replay=1",
                        "::error file=cart/src/test/java/shop/CartTest.java,line=1,title=CartTest$Inner.gone(int)[2] is flaky"
                                + " (order-dependent)::ORDER-DEPENDENT CartTest$Inner.gone(int)[2], fails in reversed order (3 of"
                                + " 3; 0 of 3 in the usual order)%0Amvn surefoot:search -Dsurefoot.search.replay=2",
                        "::error title=StockTest.counts is flaky (order-dependent)::ORDER-DEPENDENT StockTest.counts, fails in"
                                + " reversed order (3 of 3; 0 of 3 in the usual order)%0Amvn surefoot:search"
                                + " -Dsurefoot.search.replay=3");
        assertThat(gitHub.annotations(sources, false)).allMatch(line -> line.startsWith("::warning "));
    }

    @Test
    void theStepSaysWhatWasFoundHowToSeeItAndWhatIsProven() {
        assertThat(gitHub(state(test("shop.CartTest", "expires"))).summary()).isEqualTo("""
                ### Surefoot: search – shop:cart

                1 flaky test in 7 trials and 12.3 s of CPU time; all was looked at.

                | find | see it again |
                |---|---|
                | ORDER\\-DEPENDENT CartTest.expires, fails in reversed order \\(3 of 3; 0 of 3 in the usual order\\) | `mvn surefoot:search -Dsurefoot.search.replay=1` |

                - looked at: reversed 1 of 1 order
                - PriceTest.hasTax passed 59 of 59 \\(40 alone\\): at least 95.0 %
                """);
        assertThat(gitHub(state()).summary())
                .contains("no flaky test in 7 trials")
                .doesNotContain("see it again");
    }

    @Test
    void tenAnnotationsAreAllThatIsShownAndThirtyRows() {
        ProbeUnit[] many = new ProbeUnit[40];
        for (int i = 0; i < many.length; i++) {
            many[i] = test("shop.T" + i, "fails");
        }
        assertThat(gitHub(state(many)).annotations(sources, true)).hasSize(10);
        assertThat(gitHub(state(many)).summary()).contains("\nand 10 more\n");
    }
}
