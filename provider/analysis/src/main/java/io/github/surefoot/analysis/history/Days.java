package io.github.surefoot.analysis.history;

import java.time.Instant;
import java.time.ZoneOffset;

/** Days for people. In UTC: the builds of a team may run in several time zones. */
final class Days {
    private Days() {}

    static String of(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
