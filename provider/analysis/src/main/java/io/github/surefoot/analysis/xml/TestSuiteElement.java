package io.github.surefoot.analysis.xml;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A {@code testsuite}.
 *
 * @param name the class
 * @param cases its test cases
 */
record TestSuiteElement(String name, List<TestCaseElement> cases) {
    private static final String SCHEMA =
            "https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd";
    private static final String SCHEMA_VERSION = "3.0.2";

    void write(XmlWriter xml) throws IOException {
        xml.start("testsuite")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:noNamespaceSchemaLocation", SCHEMA)
                .attribute("version", SCHEMA_VERSION)
                .attribute("name", name)
                .attribute(
                        "time",
                        seconds(cases.stream()
                                .mapToLong(TestCaseElement::millis)
                                .sum()));
        long startedAt = cases.stream()
                .mapToLong(TestCaseElement::startedAt)
                .filter(at -> at > 0)
                .min()
                .orElse(0);
        if (startedAt > 0) {
            xml.attribute(
                    "timestamp",
                    Instant.ofEpochMilli(startedAt)
                            .truncatedTo(ChronoUnit.MILLIS)
                            .toString());
        }
        xml.attribute("tests", Integer.toString(cases.size()))
                .attribute("errors", count(TestCaseElement::isError))
                .attribute("skipped", count(TestCaseElement::isSkipped))
                .attribute("failures", count(TestCaseElement::isFailure))
                .attribute("flakes", count(TestCaseElement::isFlaky));
        for (TestCaseElement test : cases) {
            test.write(xml);
        }
        xml.end();
    }

    private String count(Predicate<TestCaseElement> which) {
        return Long.toString(cases.stream().filter(which).count());
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
