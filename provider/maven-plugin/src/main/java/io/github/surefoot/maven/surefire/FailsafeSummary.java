package io.github.surefoot.maven.surefire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What Failsafe's {@code integration-test} leaves for its {@code verify} to read, {@code failsafe-summary.xml}.
 *
 * @param completed how many tests ran
 * @param errors how many of them ended with an error
 * @param failures how many failed
 * @param skipped how many were left out
 * @param flakes how many passed when they were run again
 * @param timeout whether a worker was ended at its limit
 * @param failure what befell a worker; empty if nothing did
 */
public record FailsafeSummary(
        int completed, int errors, int failures, int skipped, int flakes, boolean timeout, String failure) {
    private static final String SCHEMA =
            "https://maven.apache.org/surefire/maven-surefire-plugin/xsd/failsafe-summary.xsd";
    private static final String NO_TESTS = "254";
    private static final String FAILED = "255";

    /** Returns that of a run that was judged by its rounds. */
    public static FailsafeSummary of(int tests, int failures, int skipped, int flakes) {
        return new FailsafeSummary(tests, 0, failures, skipped, flakes, false, "");
    }

    /**
     * Reads one.
     *
     * @throws IOException if it cannot be read, or is no such summary
     */
    public static FailsafeSummary read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The usual one prints before it throws.
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(file.toFile());
            Element root = document.getDocumentElement();
            return new FailsafeSummary(
                    number(root, "completed"),
                    number(root, "errors"),
                    number(root, "failures"),
                    number(root, "skipped"),
                    text(root, "flakes").isEmpty() ? 0 : number(root, "flakes"),
                    Boolean.parseBoolean(root.getAttribute("timeout")),
                    text(root, "failureMessage"));
        } catch (SAXException | ParserConfigurationException | NumberFormatException e) {
            throw new IOException(file + " is no summary of Failsafe: " + e.getMessage(), e);
        }
    }

    private static int number(Element root, String name) {
        return Integer.parseInt(text(root, name));
    }

    private static String text(Element root, String name) {
        @Nullable Element element = (Element) root.getElementsByTagName(name).item(0);
        return element == null
                ? ""
                : Objects.toString(element.getTextContent(), "").strip();
    }

    /** Returns that of this and another execution together, as Failsafe counts them. */
    public FailsafeSummary and(FailsafeSummary other) {
        return new FailsafeSummary(
                completed + other.completed,
                errors + other.errors,
                failures + other.failures,
                skipped + other.skipped,
                flakes + other.flakes,
                timeout || other.timeout,
                failure.isEmpty() ? other.failure : failure);
    }

    /** Returns the same with its text changed, as by a mask. */
    public FailsafeSummary reworded(UnaryOperator<String> rewording) {
        return new FailsafeSummary(completed, errors, failures, skipped, flakes, timeout, rewording.apply(failure));
    }

    /**
     * Writes it as Failsafe does.
     *
     * @param file in whose place it is put; its directory is made if need be
     */
    public void write(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.writeString(file, xml(), StandardCharsets.UTF_8);
    }

    private String xml() {
        String message = failure.isEmpty()
                ? "<failureMessage xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>"
                : "<failureMessage>" + escaped(failure) + "</failureMessage>";
        return String.join(
                "\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<failsafe-summary xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:noNamespaceSchemaLocation=\"" + SCHEMA + "\" result=\"" + code() + "\" timeout=\""
                        + timeout
                        + "\">",
                element("completed", completed),
                element("errors", errors),
                element("failures", failures),
                element("skipped", skipped),
                element("flakes", flakes),
                "    " + message,
                "</failsafe-summary>");
    }

    private static String element(String name, int number) {
        return "    <" + name + ">" + number + "</" + name + ">";
    }

    /** Failsafe writes {@code null} for a run in which all is well. */
    private String code() {
        if (completed == 0) {
            return NO_TESTS;
        }
        return failures > 0 || errors > 0 || !failure.isEmpty() ? FAILED : "null";
    }

    /** What XML cannot have is left out: a summary that cannot be read would be worse. */
    private static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '&' -> result.append("&amp;");
                case '"' -> result.append("&quot;");
                default -> {
                    if (isXml(point)) {
                        result.appendCodePoint(point);
                    }
                }
            }
        });
        return result.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
