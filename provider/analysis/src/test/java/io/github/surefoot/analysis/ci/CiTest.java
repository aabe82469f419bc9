package io.github.surefoot.analysis.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.WarmScript;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiTest {
    @TempDir
    Path dir;

    @Test
    void annotatesTheLineOfTheTestThatFailed() throws IOException {
        Files.createDirectories(dir.resolve("cart/src/test/java/shop"));
        Files.writeString(dir.resolve("cart/src/test/java/shop/CartTest.java"), "");

        assertThat(new GitHub(judgement("95")).annotations(sources()))
                .containsExactly(
                        "::error file=cart/src/test/java/shop/CartTest.java,line=42,title=CartTest.expires::"
                                + "CartTest.expires passed 3 of 5 rounds (60 %25), below 95 %25."
                                + "%0AAssertionFailedError: expected: <1> but was: <2>",
                        "::error title=Surefoot%3A broken::Worker r1w1: 100%25 of the disk%0Ais full");
    }

    @Test
    void warnsOfWhatTheGateLetsPass() throws IOException {
        assertThat(new GitHub(judgement("50")).annotations(sources()).get(1))
                .startsWith("::warning title=CartTest.expires is flaky::CartTest.expires passed 3 of 5 rounds");
    }

    @Test
    void summarizesTheStep() throws IOException {
        assertThat(new GitHub(judgement("95")).summary()).isEqualTo("""
                        ### Surefoot: BROKEN – shop:cart

                        5 of 5 rounds, 2 tests; gate `test`, threshold 95 %

                        - Worker r1w1: 100% of the disk is full

                        | test | passed | rate | status | first failure | replay |
                        |---|---|---|---|---|---|
                        | CartTest.expires | 3 of 5 | 60 % | flaky | AssertionFailedError: expected: &lt;1&gt; but was: &lt;2&gt; | `mvn surefoot:replay -Dsurefoot.worker=r2w1` |

                        | pass rate | least reliable test | rounds | executions |
                        |---|---|---|---|
                        | all | 60 %, proves 18.9 % | 60 %, proves 18.9 % | 80 %, proves 49.3 % |
                        | unit | 60 %, proves 18.9 % | 60 %, proves 18.9 % | 80 %, proves 49.3 % |
                        """);
    }

    @Test
    void aTestThatFailsFromItsSecondRunIsNoMatterOfRates() throws IOException {
        Path journals = new WarmScript(dir.resolve("warm"))
                .runs("shop.OnceTest", "12121")
                .test("shop.OnceTest", "works", "PPEEE")
                .write();
        GitHub gitHub = new GitHub(
                new Judge(GateSettings.parse("test", "20", null, false), Categories.defaults(), Reporting.defaults())
                        .judge(List.of(journals)));

        assertThat(gitHub.annotations(sources()))
                .containsExactly(
                        "::warning title=OnceTest.works is non-idempotent::OnceTest.works passed 2 of 5 rounds. It fails"
                                + " from its second run in one JVM (all 3 later ones failed); fresh workers pass (the"
                                + " first run passed in both JVMs).%0AIllegalStateException: second time");
        assertThat(gitHub.summary())
                .contains(
                        "| OnceTest.works | 2 of 5 | – | flaky, non-idempotent | IllegalStateException: second time |");
    }

    @Test
    void namesOfTestsAreTextInMarkdown() {
        assertThat(Markdown.text("<b>|`x`|</b> [a](b)\n@all"))
                .isEqualTo("&lt;b&gt;\\|\\`x\\`\\|&lt;/b&gt; \\[a\\]\\(b\\) \\@all");
    }

    @Test
    void tellsGitLabWithFingerprintsThatLast() throws IOException {
        JsonNode first = new ObjectMapper().readTree(new GitLab(judgement("95")).codeQuality(sources()));

        assertThat(first).hasSize(2);
        assertThat(first.get(0).get("severity").asText()).isEqualTo("major");
        assertThat(first.get(0).get("check_name").asText()).isEqualTo("surefoot");
        assertThat(first.get(0).at("/location/path").asText()).isEqualTo("pom.xml");
        assertThat(first.get(0).at("/location/lines/begin").asInt()).isEqualTo(1);

        Files.createDirectories(dir.resolve("cart/src/test/java/shop"));
        Files.writeString(dir.resolve("cart/src/test/java/shop/CartTest.java"), "");
        JsonNode second = new ObjectMapper().readTree(new GitLab(judgement("50")).codeQuality(sources()));

        assertThat(second.get(1).at("/location/lines/begin").asInt()).isEqualTo(42);
        assertThat(second.get(1).get("severity").asText()).isEqualTo("minor");
        assertThat(second.get(1).get("fingerprint")).isEqualTo(first.get(0).get("fingerprint"));
        assertThat(second.get(0).get("fingerprint")).isNotEqualTo(second.get(1).get("fingerprint"));
    }

    private SourceFinder sources() {
        return new SourceFinder(dir, List.of(dir.resolve("cart/src/test/java")));
    }

    private Judgement judgement(String threshold) throws IOException {
        Path journals = Files.createTempDirectory(dir, "journals");
        new JournalScript(journals, 5)
                .test("shop.CartTest", "adds", "PPPPP")
                .test("shop.CartTest", "expires", "PFPPF")
                .incident(new JournalEntry.Problem("100% of the disk\nis full", 1))
                .write();
        return new Judge(
                        GateSettings.parse("test", threshold, null, false), Categories.defaults(), Reporting.defaults())
                .judge(List.of(journals));
    }
}
