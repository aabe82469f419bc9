package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The {@code TEST-*.xml} of a build, in Surefire's schema, whoever wrote them. */
final class Reports {
    private static final Map<String, String> WORDS = Map.of(
            "error", "error",
            "failure", "failure",
            "skipped", "skipped",
            "flakyError", Outcomes.FLAKY,
            "flakyFailure", Outcomes.FLAKY);

    private static final double NANOS = 1e9;

    private final Map<String, String> outcomes = new HashMap<>();
    private double seconds;

    private Reports() {}

    /** Reads all reports of a directory; none if it is not there. */
    static Reports read(Path directory) throws IOException {
        Reports reports = new Reports();
        if (Files.isDirectory(directory)) {
            for (Path file : files(directory)) {
                reports.add(file);
            }
        }
        return reports;
    }

    Outcomes outcomes() {
        return Outcomes.of(outcomes);
    }

    /** Returns what all tests took together, by their own clocks. */
    Duration testTime() {
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Reports::isReport).sorted().toList();
        }
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private void add(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
            String test = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String element = xml.getLocalName();
                if (element.equals("testcase")) {
                    test = started(xml);
                } else if (WORDS.containsKey(element) && !test.isEmpty()) {
                    outcomes.merge(test, WORDS.getOrDefault(element, ""), Reports::firstSaid);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("Not readable as XML: " + file, e);
        }
    }

    /** One name may stand for several tests: the second gets a number, so that none is lost. */
    private String started(XMLStreamReader xml) {
        String name = xml.getAttributeValue(null, "classname") + '#' + xml.getAttributeValue(null, "name");
        String free = name;
        for (int n = 2; outcomes.containsKey(free); n++) {
            free = name + " (" + n + ')';
        }
        outcomes.put(free, Outcomes.PASSED);
        String time = xml.getAttributeValue(null, "time");
        seconds += time == null ? 0 : Double.parseDouble(time.replace(",", ""));
        return free;
    }

    private static String firstSaid(String known, String word) {
        return known.equals(Outcomes.PASSED) ? word : known;
    }
}
