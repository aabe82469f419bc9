package io.github.surefoot.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.WarmScript;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.process.Crowding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser, from a file, as a person meets it. */
@Tag("slow")
class PageInBrowserTest {
    private static final String EXPIRES = "#test=com.example.shop.CartTest/expires";
    /** In milliseconds, on a machine of its own: what people take for an answer. */
    private static final int AT_ONCE = 1_000;

    private static final int AT_ONCE_UNDER_LOAD = 30_000;

    @TempDir
    private static Path directory;

    private static @Nullable Chrome started;
    private static Path page = Path.of("");
    private static Path bigPage = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        started = Chrome.start(directory.resolve("profile"));
        Judgement sample = SampleRun.judge(directory.resolve("journals"));
        Remembered remembered = SampleHistory.before(sample, directory.resolve("history.db"), 20);
        page = ReportWriter.write(directory.resolve("report"), sample, remembered);
        Judgement big = BigRun.judge(directory.resolve("big"), 5_000, 50);
        bigPage = ReportWriter.write(directory.resolve("big-report"), big, Remembered.NOTHING);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void freshPage() {
        chrome().size(1280, 900, 1);
        chrome().media("", false);
        chrome().open(page, "");
    }

    private static Chrome chrome() {
        return Objects.requireNonNull(started);
    }

    @Test
    void opensWithoutAComplaintAndWithoutTheNetwork() {
        assertThat(chrome().complaints()).isEmpty();
        assertThat(chrome().requests()).isEmpty();
        assertThat(chrome().driver().getTitle()).contains("com.example:shop", "broken");
    }

    @Test
    void aTestThatFailsFromItsSecondRunIsToldWithoutARate() throws IOException {
        Path journals = new WarmScript(directory.resolve("warm"))
                .runs("shop.OnceTest", "12121")
                .test("shop.OnceTest", "works", "PPEEE")
                .write();
        Judgement warm = new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults())
                .judge(List.of(journals));
        chrome().open(
                        ReportWriter.write(directory.resolve("warm-report"), warm, Remembered.NOTHING),
                        "#test=shop.OnceTest/works");

        assertThat(chrome().complaints()).isEmpty();
        assertThat(chrome().find("#heat .tag").getDomProperty("textContent")).isEqualTo("non-idempotent");
        assertThat(chrome().find("#detail").getText())
                .contains("It passed 2 of 5 rounds. On average")
                .contains("It fails from its second run in one JVM (all 3 later ones failed); fresh workers pass");
    }

    /** The group is one reason, its polluter the first thing that is said of it, with counts. */
    @Test
    void testsOfOneCauseAreToldTogetherWithThePolluterFirst() throws IOException {
        Path file = ReportWriter.write(directory.resolve("polluted-report"), PollutedRun.judge(), Remembered.NOTHING);
        chrome().open(file, "");

        assertThat(chrome().complaints()).isEmpty();
        assertThat(chrome().texts(".reasons li")).hasSize(1);
        assertThat(chrome().find(".reasons li").getText())
                .contains("FilterTest had run before it in the same worker in 8 of 8 rounds in which it failed,"
                        + " and in 0 of 12 in which it passed: probably its polluter, not confirmed.")
                .contains("40 more tests: ");
        chrome().screenshot("polluted");
        chrome().find(".reasons a").click();
        String detail = chrome().find("#detail").getText();
        assertThat(detail).contains("40 more tests of one cause", "all threw IllegalStateException at Registry.put");
        assertThat(detail.lines().map(String::strip))
                .as("what is not there is not said either")
                .doesNotContain("false", "undefined", "null");
        assertThat(chrome().texts("#detail table.plain tbody tr"))
                .first()
                .asString()
                .contains("FilterTest had run before it in the same worker", "8", "0");
        assertThat(chrome().all("#detail .together a")).hasSize(12);
        chrome().screenshot("polluted-test");
    }

    @Test
    void theSuitesOfAModuleAreShownOneAtATimeTheBrokenFirst() throws IOException {
        SuitePart units = SuitePart.of(
                "", BigRun.judge(directory.resolve("units"), 7, 5), Remembered.NOTHING, SourceRoots.unknown());
        SuitePart integration = SuitePart.of(
                "failsafe", SampleRun.judge(directory.resolve("its")), Remembered.NOTHING, SourceRoots.unknown());
        Path file = directory.resolve("module-report/index.html");
        ModulePage.of("com.example:shop", List.of(units, integration), Set.of(units.prefix()))
                .write(file);

        chrome().open(file, "");
        assertThat(chrome().complaints()).isEmpty();
        assertThat(units.state()).isEqualTo("held");
        assertThat(chrome().find("#failsafe-suite").isDisplayed()).isTrue();
        assertThat(chrome().find("#suite").isDisplayed()).isFalse();
        assertThat(chrome().texts("#suites li")).hasSize(2);
        assertThat(chrome().find("#suites [aria-current]").getDomAttribute("href"))
                .isEqualTo("#failsafe-suite");
        assertThat(chrome().all("#failsafe-lanes g[role=button]")).isNotEmpty();
        assertThat(chrome().seriousFindings()).isEmpty();
        assertThat(chrome().run(CONTRAST)).isEqualTo("");
        chrome().screenshot("suites");

        chrome().find("#suites a").click();
        assertThat(chrome().find("#suite").isDisplayed()).isTrue();
        assertThat(chrome().find("#failsafe-suite").isDisplayed()).isFalse();
        assertThat(chrome().all("#heat tbody tr")).isNotEmpty();
        assertThat(chrome().all("#lanes g[role=button]")).isNotEmpty();
        assertThat(chrome().find("[data-section=tests]").getDomAttribute("href"))
                .isEqualTo("#tests");

        String expires = "#failsafe-" + EXPIRES.substring(1);
        chrome().run("location.hash = arguments[0]", expires);
        assertThat(chrome().find("#detail h2").getText()).isEqualTo("com.example.shop.CartTest.expires");
        assertThat(chrome().find("#failsafe-suite").isDisplayed()).isTrue();
        escape();
        chrome().find("body").sendKeys("/");
        assertThat(focused()).isEqualTo("failsafe-filter-text");

        chrome().open(file, expires);
        assertThat(chrome().find("#detail").isDisplayed()).isTrue();
        chrome().open(file, "#run");
        assertThat(chrome().find("#run").isDisplayed()).isTrue();
        chrome().run("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(chrome().all(".suite")).allMatch(WebElement::isDisplayed);
        assertThat(chrome().run("return [...document.querySelectorAll('[id]')].map(e => e.id)"
                        + ".filter((id, i, all) => all.indexOf(id) !== i).join()"))
                .isEqualTo("");
        assertThat(chrome().complaints()).isEmpty();
    }

    @Test
    void thePolicyForbidsTheNetworkAndForeignScripts() {
        chrome().run("const s = document.createElement('script'); s.textContent = 'window.hacked = 1';"
                + " document.body.append(s); fetch('https://example.com/x').catch(() => {});");
        assertThat(chrome().run("return String(window.hacked)")).isEqualTo("undefined");
        assertThat(chrome().complaints()).anyMatch(line -> line.contains("Content Security Policy"));
        assertThat(chrome().requests()).isEmpty();
    }

    @Test
    void theVerdictIsTheFirstThingOnThePage() throws IOException {
        assertThat(chrome().find("h1").getText()).isEqualTo("4 of 34 tests do not pass reliably enough.");
        assertThat(chrome().number("return document.querySelector('h1').getBoundingClientRect().bottom"))
                .isLessThan(300);
        assertThat(chrome().texts(".steps code"))
                .first()
                .asString()
                .startsWith("mvn surefoot:replay -Dsurefoot.worker=");
        chrome().screenshot("light");
    }

    @Test
    void theHeatMapShowsEachTestAndRoundWithTheWorstFirst() {
        assertThat(chrome().all("#heat tbody tr")).hasSize(5);
        assertThat(chrome().find("#count").getText()).isEqualTo("5 of 34 tests");
        assertThat(chrome().find("#passing").getText()).isEqualTo("Show 29 tests that always passed");
        chrome().find("#passing").click();
        assertThat(chrome().all("#heat tbody tr")).hasSize(34);
        assertThat(chrome().find("#passing").getText()).isEqualTo("Fold those that always passed");
        assertThat(chrome().all("#heat thead th.round")).hasSize(SampleRun.ROUNDS);
        assertThat(chrome().find("#heat tbody tr").getText()).contains("LegacyExportTest.writesXml", "broken", "0/5");
        List<String> expires = chrome().all("#heat tbody tr").stream()
                .filter(row -> row.getText().contains("CartTest.expires"))
                .flatMap(row -> row.findElements(By.cssSelector("td.o")).stream())
                .map(WebElement::getText)
                .toList();
        assertThat(expires).containsExactly("·", "F", "·", "F", "·");
    }

    @Test
    void testsAreFoundByTextStatusAndCategory() {
        chrome().find("#filter-text").sendKeys("cart EXP");
        assertThat(rows()).singleElement().asString().contains("CartTest.expires");
        assertThat(chrome().find("#count").getText()).isEqualTo("1 of 34 tests");
        chrome().find("#filter-text").clear();
        chrome().find("#filter-text").sendKeys(" ");
        chrome().find("#filter-status input[value=flaky]").click();
        assertThat(rows()).hasSize(2).allMatch(row -> row.contains("flaky"));
        chrome().find("#filter-status input[value=flaky]").click();
        new Select(chrome().find("#filter-category")).selectByVisibleText("security");
        assertThat(rows()).hasSize(3).allMatch(row -> row.contains("LoginSecurityTest"));
    }

    @Test
    void testsAreSortedAsAsked() {
        Select sort = new Select(chrome().find("#sort"));
        sort.selectByVisibleText("name");
        assertThat(rows()).first().asString().contains("CartTest.adds");
        sort.selectByVisibleText("slowest");
        List<Long> slowest = chrome().all("#heat tbody tr td:nth-of-type(4)").stream()
                .map(cell -> Long.parseLong(cell.getText().replace(" ms", "")))
                .toList();
        assertThat(slowest).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aLinkOpensOneTestWithItsFailuresSideBySide() throws IOException {
        chrome().open(page, EXPIRES);
        assertThat(chrome().find("#detail").isDisplayed()).isTrue();
        assertThat(chrome().find("#detail h2").getText()).isEqualTo("com.example.shop.CartTest.expires");
        assertThat(chrome().texts("#detail .side h4")).containsExactly("Round 2", "Round 4");
        assertThat(chrome().texts("#detail .side:first-child .message mark")).contains("7f31", "1000");
        assertThat(chrome().texts("#detail .side:first-child .message mark"))
                .noneMatch(mark -> mark.contains("EXPIRED"));
        assertThat(chrome().find("#detail").getText())
                .contains("passed 3 of 5 rounds (60 %)", "is flaky since", "mvn surefoot:replay");
        chrome().screenshot("test");
    }

    @Test
    void everyLinkOnThePageArrives() {
        chrome().find("#passing").click();
        for (String href : hrefs()) {
            chrome().open(page, href);
            assertThat(chrome().run("return document.querySelector('#detail').open"))
                    .as(href)
                    .isEqualTo("true");
        }
    }

    private static List<String> hrefs() {
        return chrome().all("a[href^='#test=']").stream()
                .map(link -> String.valueOf(link.getDomAttribute("href")))
                .distinct()
                .toList();
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        WebElement body = chrome().find("body");
        body.sendKeys("/");
        assertThat(focused()).isEqualTo("filter-text");
        chrome().find("#filter-text").sendKeys("expires");
        WebElement link = chrome().find("#heat tbody a");
        chrome().run("arguments[0].focus()", link);
        link.sendKeys(Keys.ENTER);
        assertThat(chrome().find("#detail").isDisplayed()).isTrue();
        assertThat(chrome().run("return document.querySelector('#detail').contains(document.activeElement)"))
                .isEqualTo("true");
        escape();
        assertThat(chrome().find("#detail").isDisplayed()).isFalse();
        assertThat(chrome().run("return location.hash")).isEqualTo("");
        assertThat(chrome().run("return document.activeElement.getAttribute('href')"))
                .isEqualTo(EXPIRES);
    }

    @Test
    void theTimelineShowsWhoRanBesideWhom() {
        assertThat(chrome().find("#timeline-round").getDomProperty("value")).isEqualTo("1");
        assertThat(chrome().all("#lanes g[role=button]")).hasSize(12);
        assertThat(chrome().all("#lanes g.bad")).isNotEmpty();
        chrome().run("document.querySelector('#lanes g[tabindex=\"0\"]').focus()");
        String first = chrome().find("#beside").getText();
        assertThat(first).contains("Beside it ran");
        chrome().driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(chrome().find("#beside").getText()).isNotEqualTo(first);
        chrome().driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
        assertThat(chrome().find("#lanes g.chosen").getDomAttribute("aria-label"))
                .contains("worker r1w2");
    }

    @Test
    void databasesTrendAndReplaysAreThere() {
        assertThat(chrome().find("#databases").getText())
                .contains("database created", "2610.0 ms", "over the target", "a connection", "InventoryTest.java:61")
                .contains("database memory", "heap 32.0 MiB, peakResident 160.0 MiB");
        assertThat(chrome().all("#trend-chart g")).hasSize(21);
        assertThat(chrome().find("#trend-chart").getText()).contains("this run");
        assertThat(chrome().find("#run").getText())
                .contains("Replay a worker", "-Dsurefoot.worker=r", "7021", "API_KEY (environment)");
        assertThat(chrome().find("#news").getText()).contains("newly flaky", "broken since", "flaky since");
        assertThat(chrome().find(".categories").getText()).contains("integration", "below the threshold");
    }

    @Test
    void aCommandIsCopiedOrSelected() {
        chrome().find(".steps button").click();
        new WebDriverWait(chrome().driver(), Duration.ofSeconds(5))
                .until(driver -> !"".equals(chrome().find("#said").getDomProperty("textContent")));
        assertThat(chrome().find("#said").getDomProperty("textContent")).containsAnyOf("copied", "Selected");
    }

    @Test
    void anEvilNameIsText() {
        assertThat(chrome().run("return String(window.hacked)")).isEqualTo("undefined");
        chrome().find("#filter-text").sendKeys("hacked");
        assertThat(rows()).singleElement().asString().contains(SampleRun.EVIL);
        chrome().find("#heat tbody a").click();
        assertThat(chrome().find("#detail h2").getText()).contains(SampleRun.EVIL);
        assertThat(chrome().all("script")).hasSize(2);
        assertThat(chrome().complaints()).isEmpty();
    }

    @Test
    void atTwoHundredPercentNothingIsLostSideways() throws IOException {
        chrome().size(640, 450, 2);
        chrome().open(page, "");
        assertThat(chrome().number(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
        assertThat(chrome().find("h1").isDisplayed()).isTrue();
        chrome().find("#filter-text").sendKeys("expires");
        assertThat(rows()).hasSize(1);
        chrome().screenshot("zoom");
    }

    @Test
    void contrastIsEnoughInLightAndDark() throws IOException {
        assertThat(chrome().run(CONTRAST)).isEqualTo("");
        chrome().media("", true);
        chrome().open(page, "");
        assertThat(chrome().run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(18, 22, 27)");
        assertThat(chrome().run(CONTRAST)).isEqualTo("");
        chrome().screenshot("dark");
        chrome().open(page, EXPIRES);
        assertThat(chrome().run(CONTRAST)).isEqualTo("");
        chrome().screenshot("test-dark");
    }

    @Test
    void aScreenReaderFindsItsWay() {
        assertThat(chrome().all("header, main, nav[aria-label]")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(chrome().all("h1")).hasSize(1);
        assertThat(chrome().find("html").getDomAttribute("lang")).isEqualTo("en");
        assertThat(chrome().run("return [...document.querySelectorAll('section')]"
                        + ".filter(s => !s.getAttribute('aria-label') && !document.getElementById(s.getAttribute('aria-labelledby')))"
                        + ".length"))
                .isEqualTo("0");
        assertThat(chrome().run("return [...document.querySelectorAll('input, select')]"
                        + ".filter(i => !i.labels.length).length"))
                .isEqualTo("0");
        assertThat(chrome().run("return [...document.querySelectorAll('[id]')].map(e => e.id)"
                        + ".filter((id, i, all) => all.indexOf(id) !== i).join()"))
                .isEqualTo("");
        assertThat(chrome().all("#heat thead th:not([scope])")).isEmpty();
        chrome().find("#passing").click();
        assertThat(chrome().all("#heat tbody th[scope=row]")).hasSize(34);
        assertThat(chrome().find("#heat tbody td.o").getDomAttribute("aria-label"))
                .isEqualTo("round 1: error");
    }

    @Test
    void printedItShowsTheVerdictAndNoControls() throws IOException {
        chrome().media("print", false);
        assertThat(chrome().find("h1").isDisplayed()).isTrue();
        assertThat(chrome().find("#filters").isDisplayed()).isFalse();
        assertThat(chrome().all("button")).noneMatch(WebElement::isDisplayed);
        String pdf = chrome().driver().print(new PrintOptions()).getContent();
        assertThat(pdf.length()).isGreaterThan(20_000);
    }

    /** Whoever waits for a processor answers the later. */
    private static long atOnce() {
        return Crowding.limit(AT_ONCE, AT_ONCE_UNDER_LOAD);
    }

    @Test
    void fiveThousandTestsByFiftyRoundsAnswerAtOnce() throws IOException {
        assertThat(Files.size(bigPage)).isLessThan(8_000_000L);
        chrome().open(bigPage, "");
        assertThat(chrome().find("#count").getText()).isEqualTo("100 of 5,000 tests");
        assertThat(quickest("document.querySelector('#passing').click()")).isLessThan(atOnce());
        assertThat(chrome().find("#count").getText()).isEqualTo("5,000 tests");
        assertThat(chrome().all("#heat thead th.round")).hasSize(50);
        String find =
                "const f = document.querySelector('#filter-text'); f.value = '%s'; f.dispatchEvent(new Event('input'))";
        assertThat(quickest(String.format(find, "case49"))).isLessThan(atOnce());
        assertThat(chrome().find("#count").getText()).isEqualTo("111 of 5,000 tests");
        assertThat(quickest(String.format(find, ""))).isLessThan(atOnce());
        assertThat(
                        quickest(
                                "const s = document.querySelector('#sort'); s.value = 'name'; s.dispatchEvent(new Event('change'))"))
                .isLessThan(atOnce());
        assertThat(quickest("document.querySelector('#pages button:last-child').click()"))
                .isLessThan(atOnce());
        assertThat(chrome().find("#pages").getText()).contains("151–200 of 5,000");
        String open = "location.hash = '#test=com.example.big.Group%d'";
        assertThat(quickest(
                        String.format(open, 1) + " + 'Test/case57'",
                        String.format(open, 2) + " + 'Test/case107'",
                        String.format(open, 3) + " + 'Test/case157'"))
                .isLessThan(atOnce());
        assertThat(chrome().find("#detail h2").getText()).contains("case157");
        assertThat(chrome().complaints()).isEmpty();
        chrome().screenshot("big");
    }

    /** From the beginning of the navigation to the first frame that shows the verdict and the table. */
    @Test
    void fiveThousandTestsByFiftyRoundsOpenInASecond() {
        long opened = Stream.of(1, 2, 3)
                .mapToLong(attempt -> {
                    chrome().open(bigPage, "");
                    return chrome().number(
                                    "return Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)");
                })
                .min()
                .orElseThrow();
        assertThat(opened).isBetween(1L, atOnce());
        assertThat(chrome().all("#heat tbody tr")).hasSizeGreaterThan(20);
    }

    /** Of axe-core: what it calls serious or critical, in every light, and with a test opened. */
    @Test
    void nothingKeepsAnybodyOut() throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            for (String hash : List.of("", EXPIRES)) {
                chrome().media("", dark);
                chrome().open(page, hash);
                assertThat(chrome().seriousFindings())
                        .as("dark: " + dark + ", " + hash)
                        .isEmpty();
            }
        }
    }

    @Test
    void onAPhoneNothingHasToBePushedSideways() throws IOException {
        chrome().size(390, 844, 2);
        for (String hash : List.of("", EXPIRES)) {
            chrome().open(page, hash);
            assertThat(
                            chrome().number(
                                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
            assertThat(
                            chrome().number(
                                            "const d = document.querySelector('#detail'); return d.scrollWidth - d.clientWidth"))
                    .isZero();
            chrome().screenshot("phone" + (hash.isEmpty() ? "" : "-test"));
        }
    }

    @Test
    void aCommandBreaksBetweenItsWordsOnly() {
        chrome().size(390, 844, 2);
        chrome().open(page, EXPIRES);
        assertThat(chrome().texts("#detail .command .word"))
                .startsWith("mvn", "surefoot:replay")
                .anyMatch(word -> word.startsWith("-Dsurefoot.worker=r"));
        assertThat(chrome().number("return [...document.querySelectorAll('.command .word')]"
                        + ".filter(w => w.getClientRects().length > 1).length"))
                .isZero();
        assertThat(chrome().find("#detail .command code").getDomProperty("textContent"))
                .as("what is copied by hand")
                .matches("mvn surefoot:replay -Dsurefoot.worker=r\\dw\\d ?");
    }

    @Test
    void theUsersOwnCodeComesFirstInAStackTraceAndJUnitIsFolded() {
        chrome().open(page, EXPIRES);
        assertThat(chrome().texts("#detail .side:first-child .where code"))
                .containsExactly("com.example.shop.Cart.run(Cart.java:118)");
        assertThat(chrome().texts("#detail .side:first-child .stack summary"))
                .containsExactly("2 frames of JUnit, the JDK and the like", "3 frames of JUnit, the JDK and the like");
        assertThat(chrome().find("#detail .side:first-child .stack details").getDomAttribute("open"))
                .isNull();
        assertThat(chrome().all("#detail .side:first-child .stack > .frame-own"))
                .hasSize(2);
        assertThat(chrome().all("#detail .places"))
                .as("nobody knows where the sources are")
                .isEmpty();
    }

    @Test
    void whatTheClassPrintedIsBesideItsFailure() {
        chrome().open(page, EXPIRES);
        WebElement printed = chrome().find("#detail .side:first-child .printed");
        assertThat(printed.findElement(By.cssSelector("summary")).getText())
                .isEqualTo("What CartTest printed in round 2");
        printed.findElement(By.cssSelector("summary")).click();
        assertThat(printed.getText()).contains("cart 7f31 opened").doesNotContain("of another class");
    }

    @Test
    void aFrameOpensInTheIdeOnTheMachineThatRanOnly() throws IOException {
        Path module = directory.resolve("module with space");
        Path source = module.resolve("src/test/java/com/example/shop/Cart.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class Cart {}");
        SourceRoots roots = new SourceRoots(module, List.of(module.resolve("src/test/java")));
        Judgement sample = SampleRun.judge(directory.resolve("journals-of-ide"));
        Path inPlace = ReportWriter.write(module.resolve("target/report"), sample, Remembered.NOTHING, roots);

        chrome().open(inPlace, EXPIRES);
        assertThat(chrome().complaints()).isEmpty();
        assertThat(chrome().find("#detail .where .places a").getDomAttribute("href"))
                .startsWith("idea://open?file=")
                .contains("module%20with%20space", "Cart.java")
                .endsWith("&line=118");
        assertThat(chrome().find("#detail .where .places a:last-child").getDomAttribute("href"))
                .isEqualTo("vscode://file" + source.toUri().getRawPath() + ":118");

        Path elsewhere = Files.copy(inPlace, directory.resolve("elsewhere.html"));
        chrome().open(elsewhere, EXPIRES);
        assertThat(chrome().all("#detail .places")).isEmpty();
    }

    /** Returns the least of three tries, in milliseconds: what the page costs, whatever else the machine is doing. */
    private static long quickest(String action) {
        return quickest(action, action, action);
    }

    private static long quickest(String first, String second, String third) {
        return Stream.of(first, second, third)
                .mapToLong(chrome()::millisUntilPainted)
                .min()
                .orElseThrow();
    }

    /** Closes the test that is open; the page hears of that a moment later. */
    private static void escape() {
        chrome().driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        new WebDriverWait(chrome().driver(), Duration.ofSeconds(30))
                .until(driver -> "".equals(chrome().run("return location.hash")));
    }

    private static List<String> rows() {
        return chrome().texts("#heat tbody tr");
    }

    private static String focused() {
        return String.valueOf(chrome().driver().switchTo().activeElement().getDomAttribute("id"));
    }

    /** Returns the texts whose contrast is below 4.5 to 1, by WCAG 2.2, and 3 to 1 for large ones. */
    private static final String CONTRAST = """
            const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
            const ctx = canvas.getContext('2d', {willReadFrequently: true});
            const rgba = (c) => { ctx.clearRect(0, 0, 1, 1); ctx.fillStyle = c; ctx.fillRect(0, 0, 1, 1);
              const d = ctx.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
            const over = (a, b) => [0, 1, 2].map((i) => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
            const ground = (e) => { const c = rgba(getComputedStyle(e).backgroundColor);
              if (c[3] === 1) return c; return over(c, e.parentElement ? ground(e.parentElement) : [255, 255, 255, 1]); };
            const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => { v /= 255;
              return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
              return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const bad = new Set();
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
              const e = walk.currentNode.parentElement;
              if (!walk.currentNode.textContent.trim() || !e.checkVisibility() || e.closest('svg, script, .hidden, .skip, noscript')) continue;
              const style = getComputedStyle(e); const back = ground(e);
              const a = light(over(rgba(style.color), back)); const b = light(back);
              const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              const large = parseFloat(style.fontSize) >= 24;
              if (ratio < (large ? 3 : 4.5)) bad.add(e.className + ' ' + e.tagName + ' ' + ratio.toFixed(2));
            }
            return [...bad].join('; ');
            """;
}
