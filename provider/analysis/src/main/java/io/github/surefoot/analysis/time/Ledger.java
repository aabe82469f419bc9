package io.github.surefoot.analysis.time;

import java.util.EnumMap;
import java.util.Map;

/** Books the time of a slot from one moment to the next, so that none is booked twice. */
final class Ledger {
    private final Map<Spending, Long> millis = new EnumMap<>(Spending.class);
    private long now;

    Ledger() {
        for (Spending spending : Spending.values()) {
            millis.put(spending, 0L);
        }
    }

    /** Begins at a moment, for a further slot. */
    void restart(long at) {
        now = at;
    }

    /** Books all time from now to a moment; nothing if that has passed, as clocks may say. */
    void until(long at, Spending spending) {
        if (at > now) {
            millis.merge(spending, at - now, Long::sum);
            now = at;
        }
    }

    /** Books a number of milliseconds from now, but none after a moment. */
    void spend(long duration, long latest, Spending spending) {
        until(Math.min(now + duration, latest), spending);
    }

    Map<Spending, Long> millis() {
        return millis;
    }
}
