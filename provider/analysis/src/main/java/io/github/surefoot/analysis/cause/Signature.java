package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what failures of several tests are known to be the same: what was thrown first of all, and the first line of the
 * project's own code that stands there.
 *
 * @param type the class name of the innermost cause that has such a line
 * @param frame the line, as a stack trace has it
 */
record Signature(String type, String frame) {
    private static final String CAUSED_BY = "Caused by: ";
    private static final Pattern FRAME = Pattern.compile("\\s*at (?:[^\\s(]*/)?([^\\s(/]+\\([^()]*\\))\\s*");
    /** What the JDK says of a class whose set-up has failed before, with the lines of that first failure (JDK-8048190). */
    private static final Pattern REMEMBERED =
            Pattern.compile("java\\.lang\\.ExceptionInInitializerError: Exception ([^\\s:]+).* \\[in thread .*]");

    /** Of the JDK, of frameworks that run tests, and of libraries that compare: no code of the project. */
    private static final Pattern FOREIGN =
            Pattern.compile("(java|javax|jdk|sun|com\\.sun|junit|org\\.junit|org\\.opentest4j"
                    + "|org\\.assertj|org\\.hamcrest|org\\.testng|org\\.mockito|org\\.easymock|com\\.google\\.common\\.truth"
                    + "|org\\.spockframework|org\\.codehaus\\.groovy|groovy|kotlin|kotlinx|org\\.springframework"
                    + "|org\\.apache\\.maven|io\\.github\\.surefoot\\.(surefire|worker))\\..*");

    /** Returns that of the first failure of a test; empty if no line in it is known to be of the project. */
    static Optional<Signature> of(TestEvidence test) {
        return test.executions().stream()
                .filter(execution -> execution.outcome().countsAgainstTheTest())
                .flatMap(execution -> execution.outcome().thrown().stream())
                .findFirst()
                .flatMap(Signature::of);
    }

    private static Optional<Signature> of(Failure failure) {
        List<Signature> outermostFirst = new ArrayList<>();
        String type = failure.type();
        boolean found = false;
        for (String line : failure.stackTrace().lines().toList()) {
            if (line.startsWith(CAUSED_BY)) {
                type = typeIn(line);
                found = false;
            } else if (!found) {
                Matcher frame = FRAME.matcher(line);
                if (frame.matches() && !FOREIGN.matcher(frame.group(1)).matches()) {
                    outermostFirst.add(new Signature(type, frame.group(1)));
                    found = true;
                }
            }
        }
        return outermostFirst.isEmpty() ? Optional.empty() : Optional.of(outermostFirst.get(outermostFirst.size() - 1));
    }

    private static String typeIn(String line) {
        String thrown = line.substring(CAUSED_BY.length());
        Matcher remembered = REMEMBERED.matcher(thrown);
        if (remembered.matches()) {
            return remembered.group(1);
        }
        int colon = thrown.indexOf(':');
        return colon < 0 ? thrown.strip() : thrown.substring(0, colon);
    }

    /** Returns it for people, e.g. {@code IllegalStateException at Registry.put(Registry.java:14)}. */
    String text() {
        String place = frame.substring(0, frame.indexOf('('));
        int method = place.lastIndexOf('.');
        int simple = place.lastIndexOf('.', method - 1) + 1;
        return type.substring(type.lastIndexOf('.') + 1) + " at " + frame.substring(simple);
    }
}
