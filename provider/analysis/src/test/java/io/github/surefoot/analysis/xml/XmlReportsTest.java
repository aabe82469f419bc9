package io.github.surefoot.analysis.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every file is checked against the schema; {@code -Dsurefire.xsd=FILE} checks it against Surefire's own, too. */
class XmlReportsTest {
    @TempDir
    Path dir;

    @Test
    void aTestTheGateLetsPassIsFlaky() throws Exception {
        Map<String, Element> cases = write(
                "60",
                script().test("shop.CartTest", "adds", "PPPPP")
                        .test("shop.CartTest", "expires", "PFPEP")
                        .test("shop.CartTest", "later", "SSSSS"));

        assertThat(children(cases, "adds")).isEmpty();
        assertThat(children(cases, "expires")).containsExactly("flakyFailure", "flakyError");
        assertThat(children(cases, "later")).containsExactly("skipped");
        assertThat(suite("shop.CartTest"))
                .containsEntry("tests", "3")
                .containsEntry("failures", "0")
                .containsEntry("errors", "0")
                .containsEntry("skipped", "1")
                .containsEntry("flakes", "1")
                .containsEntry("time", "0.024")
                .containsEntry("timestamp", "2023-11-14T22:13:31.100Z");
        Element flaky = (Element) Objects.requireNonNull(cases.get("expires"))
                .getElementsByTagName("flakyFailure")
                .item(0);
        assertThat(flaky.getAttribute("message")).isEqualTo("Round 2 of 5 (worker r2w1): expected: <1> but was: <2>");
        assertThat(flaky.getAttribute("type")).isEqualTo("org.opentest4j.AssertionFailedError");
        assertThat(flaky.getTextContent()).contains("CartTest.java:42");
    }

    @Test
    void aTestThatBreaksTheVerdictHasFailedThoughItPassedAtTimes() throws Exception {
        Map<String, Element> cases =
                write("95", script().test("shop.CartTest", "expires", "PFPEF").test("shop.CartTest", "dead", "EFEEE"));

        assertThat(children(cases, "expires")).containsExactly("failure", "rerunFailure", "rerunError");
        assertThat(children(cases, "dead"))
                .containsExactly("rerunFailure", "error", "rerunError", "rerunError", "rerunError");
        assertThat(suite("shop.CartTest"))
                .containsEntry("failures", "1")
                .containsEntry("errors", "1")
                .containsEntry("flakes", "0");
        assertThat(dir.resolve("xml/TEST-Surefoot.xml")).doesNotExist();
    }

    @Test
    void whatIsNoTestHasACaseOfItsOwnUntilItIsMended() throws Exception {
        JournalScript script = script().test("shop.CartTest", "adds", "PPPPP").test("shop.B", "b", "PPPPP");
        Path journals = script.write();
        Files.delete(journals.resolve("r2w2.journal"));
        Map<String, Element> cases = write("95", journals);

        assertThat(children(cases, "verdict")).containsExactly("failure");
        assertThat(suite("Surefoot")).containsEntry("failures", "1");

        write("95", new JournalScript(dir.resolve("mended"), 1).test("shop.CartTest", "adds", "P"));
        assertThat(dir.resolve("xml/TEST-Surefoot.xml")).doesNotExist();
    }

    /** Two executions of Surefire may run different tests of one class. */
    @Test
    void suitesThatShareADirectoryLeaveEachOthersFilesAlone() throws Exception {
        JournalScript first = script().test("shop.CartTest", "adds", "PPPPP").test("shop.B", "b", "PPPPP");
        Path journals = first.write();
        Files.delete(journals.resolve("r2w2.journal"));
        reports(GateSettings.parse("test", "95", null, false), journals).write(dir.resolve("xml"));
        Path others = new JournalScript(dir.resolve("others"), 1)
                .test("shop.CartTest", "expires", "P")
                .write();
        new XmlReports(
                        new Judge(
                                        GateSettings.parse("test", "95", null, false),
                                        Categories.defaults(),
                                        Reporting.defaults())
                                .judge(List.of(others)),
                        "-slow")
                .write(dir.resolve("xml"));

        assertThat(dir.resolve("xml").toFile().list())
                .containsExactlyInAnyOrder(
                        "TEST-shop.B.xml",
                        "TEST-shop.CartTest.xml",
                        "TEST-shop.CartTest-slow.xml",
                        "TEST-Surefoot.xml");
        assertThat(cases()).containsKeys("adds", "expires", "verdict");
    }

    /** As of a class that two suites select: Surefire writes the file of each worker over that of the other. */
    @Test
    void ofOneRoundOnlyWhatSeveralWorkersRanIsWritten() throws Exception {
        JournalScript script = new JournalScript(dir.resolve("journals"), 1)
                .test("shop.ASuite", "", ".")
                .test("shop.BSuite", "", ".")
                .test("shop.CartTest", "adds", "P");
        Path journals = script.write();
        common(journals, 1, "shop.ASuite", new Outcome.Passed());
        common(journals, 2, "shop.BSuite", new Outcome.Failed(new Failure("T", "only in B", "")));
        Files.createDirectory(dir.resolve("xml"));
        Files.writeString(dir.resolve("xml/TEST-shop.Common.xml"), "one worker's");

        reports(GateSettings.parse("test", "95", null, false), journals).writeWhatSeveralWorkersRan(dir.resolve("xml"));

        assertThat(dir.resolve("xml")).isDirectoryContaining("glob:**/TEST-shop.Common.xml");
        assertThat(dir.resolve("xml").toFile().list()).hasSize(1);
        cases();
        assertThat(suite("shop.Common")).containsEntry("tests", "2").containsEntry("failures", "1");
    }

    /** As of a nested class that two classes inherit: Surefire tells of it in their files. */
    @Test
    void whatSurefireToldInOtherFilesIsNotToldTwice() throws Exception {
        JournalScript script = new JournalScript(dir.resolve("journals"), 1)
                .test("shop.ASuite", "", ".")
                .test("shop.BSuite", "", ".");
        Path journals = script.write();
        common(journals, 1, "shop.ASuite", new Outcome.Passed());
        common(journals, 2, "shop.BSuite", new Outcome.Failed(new Failure("T", "only in B", "")));

        reports(GateSettings.parse("test", "95", null, false), journals).writeWhatSeveralWorkersRan(dir.resolve("xml"));

        assertThat(dir.resolve("xml")).isEmptyDirectory();
    }

    private static void common(Path journals, int slot, String suite, Outcome outcome) throws IOException {
        Files.delete(journals.resolve("r1w" + slot + ".journal"));
        JournalScript.worker(
                journals,
                1,
                slot,
                List.of(
                        new JournalEntry.ClassStarted(1, suite, 1),
                        new JournalEntry.TestStarted(
                                1, 1, new TestId("shop.Common", "adds"), suite + "/adds", List.of(), false, 1),
                        new JournalEntry.TestFinished(1, outcome, 2),
                        new JournalEntry.ClassFinished(1, suite, 3),
                        new JournalEntry.Finished(4)));
    }

    @Test
    void aGateOnTheRunBlamesAllThatFailed() throws Exception {
        Path journals = script().test("shop.CartTest", "expires", "PFPPP").write();
        judge(GateSettings.parse("run", "95", null, false), journals);

        assertThat(children(cases(), "expires")).containsExactly("failure");
        assertThat(children(cases(), "verdict")).containsExactly("failure");
    }

    @Test
    void crashesAndHangsAndClassesAsAWholeAreErrors() throws Exception {
        Map<String, Element> cases = write(
                "95",
                script().test("shop.A", "kills", "PPCPP")
                        .test("shop.A", "behind", "PPPPP")
                        .test("shop.B", "hangs", "HPPPP")
                        .test("shop.C", "", "E....")
                        .test("shop.C", "c", ".PPPP")
                        .test("shop.D", "", "S....")
                        .test("shop.D", "d", ".PPPP"));

        assertThat(children(cases, "kills")).containsExactly("error");
        assertThat(children(cases, "behind")).isEmpty();
        assertThat(children(cases, "hangs")).containsExactly("error");
        assertThat(children(cases, "")).containsExactly("error");
        assertThat(suite("shop.D")).containsEntry("tests", "1").containsEntry("skipped", "0");
    }

    @Test
    void anyTextIsKept() throws Exception {
        String name = "<script>&\"'\u0000\u001b[31m\ud83d\ude00\ud800\n\t]]>\ufffe";
        Map<String, Element> cases = write("95", script().test("shop.CartTest", name, "PPPPP"));

        assertThat(cases).containsOnlyKeys("<script>&\"'\\u0000\\u001b[31m\ud83d\ude00\\ud800\n\t]]>\\ufffe");
    }

    @Test
    void classesOfAnyNameGetFilesOfTheirOwn() throws Exception {
        String feature = "features/cart: add?.feature";
        write(
                "95",
                script().test(feature, "a", "PPPPP")
                        .test("shop.Test", "b", "PPPPP")
                        .test("shop.TEST", "c", "PPPPP")
                        .test("x".repeat(400), "d", "PPPPP")
                        .test("ü".repeat(400), "e", "PPPPP"));

        try (Stream<Path> files = Files.list(dir.resolve("xml"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .hasSize(5)
                    .contains("TEST-features_cart_ add_.feature.xml")
                    .allSatisfy(f -> assertThat(f.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .hasSizeLessThan(256));
        }
    }

    /** Surefire's own report parser, which reads these files for its site, must see the same. */
    @Test
    void surefireReadsThemAsItReadsItsOwn() throws Exception {
        write(
                "60",
                script().test("shop.CartTest", "adds", "PPPPP")
                        .test("shop.CartTest", "expires", "PFPPP")
                        .test("shop.CartTest", "dead", "EEEEE")
                        .test("shop.CartTest", "later", "SSSSS"));

        List<ReportTestSuite> suites = new SurefireReportParser(
                        List.of(dir.resolve("xml").toFile()), new NullConsoleLogger())
                .parseXMLReportFiles();

        assertThat(suites).singleElement().satisfies(suite -> {
            assertThat(suite.getNumberOfTests()).isEqualTo(4);
            assertThat(suite.getNumberOfErrors()).isEqualTo(1);
            assertThat(suite.getNumberOfSkipped()).isEqualTo(1);
            assertThat(suite.getNumberOfFailures()).isZero();
            assertThat(suite.getNumberOfFlakes()).isEqualTo(1);
        });
    }

    private JournalScript script() {
        return new JournalScript(dir.resolve("journals"), 5);
    }

    private Map<String, Element> write(String threshold, JournalScript script) throws Exception {
        return write(threshold, script.write());
    }

    private Map<String, Element> write(String threshold, Path journals) throws Exception {
        judge(GateSettings.parse("test", threshold, null, false), journals);
        return cases();
    }

    private void judge(GateSettings settings, Path journals) throws IOException {
        reports(settings, journals).write(dir.resolve("xml"));
    }

    private static XmlReports reports(GateSettings settings, Path journals) {
        return new XmlReports(
                new Judge(settings, Categories.defaults(), Reporting.defaults()).judge(List.of(journals)));
    }

    /** Returns all test cases by name. */
    private Map<String, Element> cases() throws Exception {
        Map<String, Element> cases = new TreeMap<>();
        for (File file : Objects.requireNonNull(dir.resolve("xml").toFile().listFiles())) {
            validate(file);
            Element suite = root(file);
            elements(suite).forEach(test -> cases.put(test.getAttribute("name"), test));
        }
        return cases;
    }

    private Map<String, String> suite(String className) throws Exception {
        Element root = root(dir.resolve("xml/TEST-" + className + ".xml").toFile());
        assertThat(root.getAttribute("name")).isEqualTo(className);
        return IntStream.range(0, root.getAttributes().getLength())
                .mapToObj(i -> root.getAttributes().item(i))
                .collect(Collectors.toMap(Node::getNodeName, Node::getNodeValue));
    }

    private static Element root(File file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file)
                .getDocumentElement();
    }

    private static List<String> children(Map<String, Element> cases, String name) {
        return elements(Objects.requireNonNull(cases.get(name))).stream()
                .map(Element::getTagName)
                .toList();
    }

    private static List<Element> elements(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(i -> parent.getChildNodes().item(i))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static void validate(File file) throws Exception {
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schemas.newSchema(XmlReportsTest.class.getResource("/xml/surefire-subset.xsd"))
                .newValidator()
                .validate(new StreamSource(file));
        String official = System.getProperty("surefire.xsd", "");
        if (!official.isEmpty()) {
            schemas.newSchema(new File(official)).newValidator().validate(new StreamSource(file));
        }
    }
}
