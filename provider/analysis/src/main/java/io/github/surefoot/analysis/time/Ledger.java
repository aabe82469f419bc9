package io.github.surefoot.analysis.time;

import io.github.surefoot.analysis.evidence.ResourceFacts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Books the time of a slot from one moment to the next, so that none is booked twice. */
final class Ledger {
    /** In which nothing runs while something else is renewed. */
    private static final Set<Spending> IDLE = EnumSet.of(
            Spending.MAVEN, Spending.STARTING, Spending.OPENING, Spending.WAITING, Spending.CLOSING, Spending.TAIL);

    private final Map<Spending, Long> millis = new EnumMap<>(Spending.class);
    private final List<Renewal> renewals;
    private long now;

    /**
     * Opens it.
     *
     * @param renewals when integration tests got anew what they need; no two at once
     */
    Ledger(List<Renewal> renewals) {
        this.renewals = renewals;
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
            long renewing = IDLE.contains(spending) ? renewing(at) : 0;
            millis.merge(Spending.FIXTURE, renewing, Long::sum);
            millis.merge(spending, at - now - renewing, Long::sum);
            now = at;
        }
    }

    private long renewing(long until) {
        return renewals.stream()
                .mapToLong(one -> Math.max(0, Math.min(one.to(), until) - Math.max(one.from(), now)))
                .sum();
    }

    /**
     * A time in which something was renewed.
     *
     * @param from in milliseconds since the epoch
     * @param to likewise
     */
    record Renewal(long from, long to) {
        static Renewal of(ResourceFacts.Event event) {
            return new Renewal(event.at() - event.micros() / 1_000, event.at());
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
