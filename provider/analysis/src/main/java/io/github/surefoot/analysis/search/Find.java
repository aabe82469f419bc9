package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Shown;
import java.time.Duration;
import java.util.Locale;

/**
 * A flaky test, shown in new JVMs.
 *
 * @param number which find of the search it is, from 1
 * @param test the test
 * @param kind what sort it is
 * @param trial in which it fails, up to its own unit
 * @param unit which unit of that it is in, from 0
 * @param with how often it failed so in new JVMs
 * @param without how often in the counter-case
 * @param counter the counter-case in words that follow "fails 0 of 3": {@code in the usual order}
 * @param failure the type of what was thrown, or how its JVM ended
 * @param message what that said first
 * @param at how much CPU time the search had spent by then
 */
public record Find(
        int number,
        ProbeUnit test,
        FindKind kind,
        Trial trial,
        int unit,
        Shown with,
        Shown without,
        String counter,
        String failure,
        String message,
        Duration at) {

    /** Returns what was found as one line. */
    public String line() {
        String second = unit > 0 && (trial.way() == Way.CLASS || trial.way() == Way.ALONE) ? ", the second time" : "";
        String line = kind.word().toUpperCase(Locale.ROOT) + " " + test.shortName() + ", fails "
                + (kind == FindKind.RANDOM ? "now and then " : "") + trial.text() + second + " (" + with;
        return line + (without.runs() == 0 ? ")" : "; " + without + " " + counter + ")");
    }
}
