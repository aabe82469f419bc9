package io.github.surefoot.analysis.exception;

import io.github.surefoot.analysis.evidence.TestPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An exception: tests that may fail until a date.
 *
 * @param test the tests
 * @param owner who mends them; empty if nobody is named
 * @param reason why, or the address of an issue
 * @param until the last day on which they may
 * @param allowed how much of their executions may fail, in percent, above 0 and at most 100
 * @param failures the {@linkplain FailureFingerprint fingerprints} of the ways in which they are known to fail; empty if any
 *     way will do
 * @param line where it stands in the file, from 1
 */
public record AllowedFailure(
        TestPattern test,
        Optional<String> owner,
        String reason,
        LocalDate until,
        BigDecimal allowed,
        List<String> failures,
        int line) {
    /** Copies the list. */
    public AllowedFailure {
        failures = List.copyOf(failures);
    }

    /** Returns how many days are left, today included not; below 0 once it is past. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, until);
    }

    /** Tells whether tests are known to fail in a way. */
    public boolean knows(String fingerprint) {
        return failures.isEmpty() || failures.contains(fingerprint);
    }
}
