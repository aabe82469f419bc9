package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.core.TestId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where tests are on the page, and how much of them it shows.
 *
 * @param prefix what the ids of the suite begin with
 */
record TestLinks(String prefix) {

    /** Returns the address of a test on the page; the script makes the same. */
    String link(TestId id) {
        return "#" + prefix + "test=" + encode(id.className()) + "/" + encode(id.name());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Tells whether the page shows each execution of a test, not only the letters. */
    static boolean isOfInterest(TestResult test) {
        boolean quiet = test.status() == TestStatus.RELIABLE || test.status() == TestStatus.SKIPPED;
        return !quiet || test.evidence().executions().stream().anyMatch(e -> OutcomeLetters.of(e.outcome()) == 'N');
    }
}
