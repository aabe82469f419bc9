package io.github.surefoot.noise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Where a clock stands when it is first looked at, in the default time zone. */
enum ClockStart {
    /** A millisecond before the next midnight: the second look is after it. */
    MIDNIGHT,
    /** Noon on the next 31st of January, a month after which there is none. */
    MONTH_END,
    /** A millisecond before the next year. */
    YEAR_END,
    /** Noon on the next 29th of February. */
    LEAP_DAY;

    private static final LocalTime LAST = LocalTime.MAX.withNano(999_000_000);

    Instant after(Instant now, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        LocalDate today = local.toLocalDate();
        LocalDateTime start =
                switch (this) {
                    case MIDNIGHT -> today.atTime(LAST);
                    case MONTH_END -> next(today, Month.JANUARY, 31).atTime(LocalTime.NOON);
                    case YEAR_END ->
                        today.with(TemporalAdjusters.lastDayOfYear()).atTime(LAST);
                    case LEAP_DAY -> leapDay(today).atTime(LocalTime.NOON);
                };
        return start.atZone(zone).toInstant();
    }

    private static LocalDate next(LocalDate today, Month month, int day) {
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isAfter(today) ? thisYear : thisYear.plusYears(1);
    }

    private static LocalDate leapDay(LocalDate today) {
        int year = today.getYear();
        while (!Year.isLeap(year) || !LocalDate.of(year, Month.FEBRUARY, 29).isAfter(today)) {
            year++;
        }
        return LocalDate.of(year, Month.FEBRUARY, 29);
    }
}
