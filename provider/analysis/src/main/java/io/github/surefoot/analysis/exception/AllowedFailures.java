package io.github.surefoot.analysis.exception;

import java.time.LocalDate;
import java.util.List;

/**
 * The exceptions of a module, and what holds for all of them.
 *
 * @param all the exceptions, in the order of the file
 * @param most more than these break the build
 * @param today the day on which a run is judged
 * @param wholeSuite whether the run was to have all tests: of a part, an exception without a test says nothing
 */
public record AllowedFailures(List<AllowedFailure> all, int most, LocalDate today, boolean wholeSuite) {
    /** How many there may be if nobody says otherwise. */
    public static final int MOST = 50;

    /** No exceptions. */
    public static final AllowedFailures NONE = new AllowedFailures(List.of(), MOST, LocalDate.EPOCH, true);

    /** Copies the list. */
    public AllowedFailures {
        all = List.copyOf(all);
    }
}
