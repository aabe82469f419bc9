package io.github.surefoot.its.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads {@code TEST-*.xml} as a CI server would. */
final class SurefireReports {
    private static final List<String> WORDS = List.of("error", "failure", "skipped", "flakyError", "flakyFailure");

    private SurefireReports() {}

    /**
     * Returns the outcome of every test by {@code class#name}. One that occurs several times gets a number, so that
     * none is lost: {@code class#name (2)}.
     */
    static Map<String, String> read(Path directory) {
        SortedMap<String, String> outcomes = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return outcomes;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(SurefireReports::isReport).sorted().toList()) {
                read(file, outcomes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcomes;
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private static void read(Path file, Map<String, String> outcomes) throws IOException {
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                String name = test.getAttribute("classname") + '#' + test.getAttribute("name");
                String free = name;
                for (int n = 2; outcomes.containsKey(free); n++) {
                    free = name + " (" + n + ')';
                }
                outcomes.put(free, outcome(test));
            }
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Not readable as XML: " + file, e);
        }
    }

    private static String outcome(Element test) {
        return WORDS.stream()
                .filter(word -> test.getElementsByTagName(word).getLength() > 0)
                .findFirst()
                .orElse("passed");
    }
}
