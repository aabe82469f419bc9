package io.github.surefoot.analysis.history;

import java.time.Instant;
import java.time.ZoneOffset;

/** UtcDay for people. In UTC: the builds of a team may run in several time zones. */
final class UtcDay {
    private UtcDay() {}

    static String of(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
