package io.github.surefoot.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePageTest {
    @TempDir
    private Path directory;

    private SuitePart part(String key, String outcomes) throws IOException {
        Path journals = new JournalScript(directory.resolve("journals" + key), outcomes.length())
                .test("a.CartTest", "expires", outcomes)
                .write();
        Judgement judgement = new Judge(
                        GateSettings.parse("test", "95", null, false), Categories.defaults(), Reporting.defaults())
                .judge(List.of(journals));
        return SuitePart.of(key, judgement, Remembered.NOTHING, SourceRoots.unknown());
    }

    private String html(ModulePage page) throws IOException {
        Path file = directory.resolve("target/surefoot/report/index.html");
        page.write(file);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
        return Files.readString(file);
    }

    @Test
    void allSuitesOfAModuleAreOnOnePageWithAVerdictEach() throws IOException {
        SuitePart units = part("", "PPP");
        SuitePart integration = part("failsafe", "PFP");
        SuitePart slow = part("failsafe-slow", "PPP");

        String page = html(ModulePage.of("shop:app", List.of(units, integration, slow), Set.of("failsafe-slow-")));

        assertThat(page)
                .contains("<title>✕ shop:app: broken - Surefoot</title>")
                .containsOnlyOnce("<main")
                .containsSubsequence(
                        "href=\"#suite\"",
                        "held, 3 of 3 rounds, 1 test</li>",
                        "href=\"#failsafe-suite\"",
                        "broken, 3 of 3 rounds, 1 test, 1 flaky</li>",
                        "href=\"#failsafe-slow-suite\"",
                        "held, 3 of 3 rounds, 1 test, <span",
                        "of an earlier build")
                .containsSubsequence(
                        "id=\"suite\"",
                        "id=\"tests\"",
                        "id=\"data\"",
                        "id=\"failsafe-suite\"",
                        "id=\"failsafe-tests\"",
                        "id=\"failsafe-data\"",
                        "id=\"failsafe-slow-suite\"")
                .contains("href=\"#failsafe-test=a.CartTest/expires\"");
        assertThat(page.replaceAll("(?s)<style>.*?</style>|<script.*?</script>", "")
                        .split(" id=\"", -1))
                .as("no two with one id")
                .doesNotHaveDuplicates();
    }

    @Test
    void aPartIsReadAsItWasWritten() throws IOException {
        SuitePart part = part("failsafe", "PFP");
        Path file = directory.resolve("target/surefoot/failsafe/report.part");
        part.write(file);

        assertThat(SuitePart.read(file)).contains(part);
    }

    @Test
    void whatAnotherVersionHasWrittenOrNobodyIsNoPart() throws IOException {
        Path file = directory.resolve("report.part");
        assertThat(SuitePart.read(file)).isEmpty();

        part("", "P").write(file);
        Files.writeString(file, "0" + Files.readString(file));
        assertThat(SuitePart.read(file)).isEmpty();

        Files.writeString(file, "<html>\n</html>");
        assertThat(SuitePart.read(file)).isEmpty();
    }

    @Test
    void thePageOfTheRootHasAllSuitesOfTheBuildAndItsOwn() throws IOException {
        List<SuiteLink> modules = List.of(
                new SuiteLink("shop:app", "held", "5 of 5 rounds, 7 tests", "./../../../app/index.html"),
                new SuiteLink(
                        "shop:app (failsafe)",
                        "insufficient",
                        "1 of 5 rounds, 1 test",
                        SuiteLink.way(
                                directory.resolve("target/surefoot/report/index.html"),
                                directory.resolve("app/index.html"),
                                "failsafe-suite")));

        String none = html(ModulePage.of("shop <all>", List.of(), Set.of()).withModules(modules));
        assertThat(none)
                .contains("<title>shop &lt;all&gt;: 1 of 2 suites held - Surefoot</title>")
                .contains("href=\"./../../../app/index.html\"", "href=\"./../../../app/index.html#failsafe-suite\"")
                .contains("shop:app (failsafe)", "suite-insufficient")
                .doesNotContain("<script");

        String own = html(
                ModulePage.of("shop <all>", List.of(part("", "PPP")), Set.of()).withModules(modules));
        assertThat(own).containsSubsequence("1 of 2 suites held</h1>", "id=\"suite\"", "id=\"tests\"");
    }

    @Test
    void aModuleOfOneSuiteHasItsNameAndTheWayToAllOthers() throws IOException {
        String page = html(ModulePage.of("shop:app", List.of(part("failsafe", "PPP")), Set.of())
                .leadingTo("./../root.html"));
        assertThat(page).contains("href=\"./../root.html\"", "All suites of the build", "href=\"#failsafe-suite\"");
        assertThat(html(ModulePage.of("shop:app", List.of(part("", "P")), Set.of())))
                .doesNotContain("id=\"suites\"");
    }
}
