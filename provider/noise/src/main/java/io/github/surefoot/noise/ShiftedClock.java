package io.github.surefoot.noise;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock that rewritten classes look at. It begins where it is told to when it is first looked at, and then goes on with
 * the JVM's, but by a millisecond at least from one look to the next. It never goes back. What files and other processes
 * say of the time is the truth, and {@link System#nanoTime} and waiting are as ever.
 */
public final class ShiftedClock {
    private static final AtomicLong LAST = new AtomicLong(Long.MIN_VALUE);
    private static volatile ClockStart start = ClockStart.MIDNIGHT;
    private static volatile long shift;

    private ShiftedClock() {}

    static void begin(ClockStart at) {
        start = at;
        LAST.set(Long.MIN_VALUE);
    }

    /**
     * Is called where a test begins, by whoever runs tests: midnight is before it again, that of the next day. Of another
     * start a second one would be years away.
     */
    public static void testBegins() {
        if (start == ClockStart.MIDNIGHT) {
            LAST.updateAndGet(last -> last == Long.MIN_VALUE ? last : beginAgain(last));
        }
    }

    private static long beginAgain(long last) {
        long again =
                start.after(Instant.ofEpochMilli(last), ZoneId.systemDefault()).toEpochMilli();
        shift = again - System.currentTimeMillis();
        // The next look is a millisecond behind.
        return again - 1;
    }

    /** Stands for {@link System#currentTimeMillis}. */
    public static long currentTimeMillis() {
        long real = System.currentTimeMillis();
        return LAST.updateAndGet(last -> {
            if (last == Long.MIN_VALUE) {
                long first = start.after(Instant.ofEpochMilli(real), ZoneId.systemDefault())
                        .toEpochMilli();
                shift = first - real;
                return first;
            }
            return Math.max(last + 1, real + shift);
        });
    }

    /** Stands for {@link Clock#systemUTC} and its kin. */
    public static Clock clock(ZoneId zone) {
        return new Ticking(zone);
    }

    /** Stands for {@link Clock#systemDefaultZone}. */
    public static Clock clock() {
        return clock(ZoneId.systemDefault());
    }

    /** Stands for {@link Instant#now()} where that is named and not called. */
    public static Instant instant() {
        return Instant.now(clock());
    }

    /** Stands for {@link LocalDate#now()} where that is named and not called. */
    public static LocalDate localDate() {
        return LocalDate.now(clock());
    }

    /** Stands for {@link LocalDateTime#now()} where that is named and not called. */
    public static LocalDateTime localDateTime() {
        return LocalDateTime.now(clock());
    }

    /** Stands for {@link ZonedDateTime#now()} where that is named and not called. */
    public static ZonedDateTime zonedDateTime() {
        return ZonedDateTime.now(clock());
    }

    /** Sets a calendar that was made just now. */
    public static Calendar at(Calendar calendar) {
        calendar.setTimeInMillis(currentTimeMillis());
        return calendar;
    }

    /** A clock as the JDK's are: with a zone, and equal to others of that zone. */
    private static final class Ticking extends Clock {
        private final ZoneId zone;

        Ticking(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Ticking(other);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(currentTimeMillis());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ticking ticking && ticking.zone.equals(zone);
        }

        @Override
        public int hashCode() {
            return zone.hashCode() + 1;
        }

        @Override
        public String toString() {
            return "SystemClock[" + zone + "]";
        }
    }
}
