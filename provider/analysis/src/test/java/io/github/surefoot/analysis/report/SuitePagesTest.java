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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuitePagesTest {
    @TempDir
    private Path directory;

    private SuitePage page(String place, String outcomes) throws IOException {
        Path journals = new JournalScript(directory.resolve(place).resolve("journals"), outcomes.length())
                .test("a.CartTest", "expires", outcomes)
                .write();
        Judgement judgement = new Judge(
                        GateSettings.parse("test", "95", null, false), Categories.defaults(), Reporting.defaults())
                .judge(List.of(journals));
        Path page = ReportWriter.write(directory.resolve(place).resolve("report"), judgement, Remembered.NOTHING);
        return SuitePage.of(judgement, page);
    }

    @Test
    void eachPageOfAModuleLeadsToTheOthersAndSaysHowTheyAre() throws IOException {
        SuitePage units = page("", "PPP");
        SuitePage integration = page("failsafe", "PFP");
        String before = Files.readString(units.page());
        assertThat(before).contains("aria-label=\"Suites of this build\"></nav>");

        SuitePages.link(List.of(units, integration), Optional.of(directory.resolve("root/index.html")));
        // Once more, as when a third suite of the module is judged.
        SuitePages.link(List.of(units, integration), Optional.of(directory.resolve("root/index.html")));

        String after = Files.readString(units.page());
        assertThat(after)
                .containsOnlyOnce("id=\"suites\"")
                .containsOnlyOnce("href=\"./../failsafe/report/index.html\"")
                .contains("broken, 3 of 3 rounds, 1 test, 1 flaky")
                .contains("<strong aria-current=\"page\">")
                .contains("href=\"./../root/index.html\"");
        assertThat(after.replaceAll("(?s)<nav id=\"suites\".*?</nav>", ""))
                .isEqualTo(before.replaceAll("(?s)<nav id=\"suites\".*?</nav>", ""));
        assertThat(Files.readString(integration.page())).contains("href=\"./../../report/index.html\"");
    }

    @Test
    void theOverviewHasAllSuitesOfTheBuild() throws IOException {
        Path overview = directory.resolve("target/surefoot/report/index.html");
        SuitePages.writeOverview(
                overview,
                "shop <all>",
                List.of(
                        new SuitePage(
                                "shop:app", "held", "5 of 5 rounds, 7 tests", directory.resolve("app/index.html")),
                        new SuitePage(
                                "shop:app (failsafe)",
                                "insufficient",
                                "1 of 5 rounds, 1 test",
                                directory.resolve("app/failsafe/index.html"))));
        assertThat(Files.readString(overview))
                .contains("<title>shop &lt;all&gt;: 1 of 2 suites held - Surefoot</title>")
                .contains("href=\"./../../../app/index.html\"", "shop:app (failsafe)", "suite-insufficient");
        assertThat(overview.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aPageWithoutThePlaceForThemIsLeftAsItIs() throws IOException {
        Path page = Files.writeString(directory.resolve("index.html"), "<html>of somebody else</html>");
        SuitePages.link(List.of(new SuitePage("a", "held", "", page)), Optional.empty());
        assertThat(page).hasContent("<html>of somebody else</html>");
    }
}
