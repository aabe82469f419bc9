package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.core.TestId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What tests are called on the page and in the history. */
final class Names {
    private Names() {}

    /** Returns the test's name; of several with one name, all but the first bear a number. */
    static TestId historyId(TestEvidence test) {
        return test.instance() == 1
                ? test.id()
                : new TestId(test.id().className(), test.id().name() + " (" + test.instance() + ")");
    }

    /** Returns the address of a test on the page; the script makes the same. */
    static String link(TestId id) {
        return "#test=" + encode(id.className()) + "/" + encode(id.name());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Tells whether the page shows each execution of a test, not only the letters. */
    static boolean isOfInterest(TestResult test) {
        boolean quiet = test.status() == TestStatus.RELIABLE || test.status() == TestStatus.SKIPPED;
        return !quiet || test.evidence().executions().stream().anyMatch(e -> Letters.of(e.outcome()) == 'N');
    }
}
