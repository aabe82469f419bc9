package io.github.surefoot.analysis.xml;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.core.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code testcase}: one test over all rounds.
 *
 * @param className its class
 * @param name its name, as Surefire gives it
 * @param startedAt when it first started, in milliseconds since the epoch; 0 if it never did
 * @param millis how long an execution took on average, so that it can be compared with a run of one round
 * @param toBlame whether it is to be shown as failed
 * @param incidents the executions that did not pass
 * @param skipped why it was skipped, if it never ran
 */
record TestCaseElement(
        String className,
        String name,
        long startedAt,
        long millis,
        boolean toBlame,
        List<Incident> incidents,
        Optional<String> skipped) {

    static TestCaseElement of(TestResult result, boolean toBlame, int rounds) {
        TestEvidence test = result.evidence();
        boolean nothingCounted = result.tally().counted() == 0;
        boolean skipped = nothingCounted && result.skipped() > 0;
        Stream<Execution> incidents = nothingCounted && !skipped
                ? test.executions().stream().filter(e -> e.outcome() instanceof Outcome.NotRun)
                : result.failures().stream();
        return new TestCaseElement(
                test.name().listedAs().className(),
                test.name().listedAs().name(),
                test.executions().stream()
                        .mapToLong(Execution::startedAt)
                        .filter(at -> at > 0)
                        .min()
                        .orElse(0),
                average(test),
                toBlame || (nothingCounted && !skipped),
                incidents.map(execution -> Incident.of(execution, rounds)).toList(),
                skipped ? Optional.of(reason(test)) : Optional.empty());
    }

    /**
     * Returns a test case for what is no test, e.g. missing evidence.
     *
     * @param number from 1: of two with one name readers keep one, or fall over them
     */
    static TestCaseElement verdict(String className, int number, String state, String reason) {
        Incident incident = new Incident(false, "surefoot." + state, reason, reason);
        String name = number == 1 ? "verdict" : "verdict " + number;
        return new TestCaseElement(className, name, 0, 0, true, List.of(incident), Optional.empty());
    }

    private static long average(TestEvidence test) {
        return Math.round(test.executions().stream()
                .filter(execution -> execution.outcome().counts())
                .mapToLong(Execution::millis)
                .average()
                .orElse(0));
    }

    private static String reason(TestEvidence test) {
        for (Execution execution : test.executions()) {
            if (execution.outcome() instanceof Outcome.Skipped skipped) {
                return skipped.reason();
            } else if (execution.outcome() instanceof Outcome.Aborted aborted) {
                return aborted.reason();
            }
        }
        return "";
    }

    /** Returns the same as one that was skipped. */
    TestCaseElement skipped(String why) {
        return new TestCaseElement(className, name, startedAt, millis, false, List.of(), Optional.of(why));
    }

    boolean isError() {
        return toBlame && !incidents.isEmpty() && incidents.get(0).error();
    }

    boolean isFailure() {
        return toBlame && !incidents.isEmpty() && !incidents.get(0).error();
    }

    boolean isFlaky() {
        return !toBlame && !incidents.isEmpty();
    }

    boolean isSkipped() {
        return skipped.isPresent();
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("testcase")
                .attribute("name", name)
                .attribute("classname", className)
                .attribute("time", TestSuiteElement.seconds(millis));
        // The schema knows one order only: all failures, skipped, all errors.
        if (isFailure()) {
            first(xml, "failure");
        }
        further(xml, false);
        if (skipped.isPresent()) {
            xml.start("skipped").attribute("message", skipped.get()).end();
        }
        if (isError()) {
            first(xml, "error");
        }
        further(xml, true);
        xml.end();
    }

    private void first(XmlWriter xml, String element) throws IOException {
        Incident incident = incidents.get(0);
        xml.start(element)
                .attribute("message", incident.message())
                .attribute("type", incident.type())
                .text(incident.stackTrace())
                .end();
    }

    private void further(XmlWriter xml, boolean errors) throws IOException {
        String element = (toBlame ? "rerun" : "flaky") + (errors ? "Error" : "Failure");
        for (Incident incident : incidents.subList(toBlame && !incidents.isEmpty() ? 1 : 0, incidents.size())) {
            if (incident.error() == errors) {
                xml.start(element)
                        .attribute("message", incident.message())
                        .attribute("type", incident.type())
                        .start("stackTrace")
                        .text(incident.stackTrace())
                        .end()
                        .end();
            }
        }
    }
}
