package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a search makes otherwise around tests, as users switch it. */
enum NoiseKind {
    /** The default time zone. */
    ZONE,
    /** The default locale. */
    LOCALE,
    /** The default charset. */
    CHARSET,
    /** How many cores the JVM sees. */
    CORES,
    /** Identity hash codes, and with them the order of sets and maps of objects without others. */
    HASH,
    /** The order in which reflection lists members. */
    REFLECTION,
    /** What the clock says: midnight, the end of a month and of a year, a leap day. */
    CLOCK,
    /** The order of hash sets, of what reflection lists and of files. */
    SHUFFLE,
    /** When threads begin and take monitors. */
    THREADS,
    /** How busy the machine is. */
    LOAD;

    List<ProbeVariant> variants() {
        return switch (this) {
            case ZONE -> List.of(ProbeVariant.ZONE_EAST, ProbeVariant.ZONE_WEST, ProbeVariant.ZONE_UTC);
            case LOCALE -> List.of(ProbeVariant.LOCALE_ENGLISH, ProbeVariant.LOCALE_TURKISH);
            case CHARSET -> List.of(ProbeVariant.CHARSET_LATIN);
            case CORES -> List.of(ProbeVariant.ONE_CORE, ProbeVariant.MORE_CORES);
            case HASH -> List.of(ProbeVariant.HASH_CODES, ProbeVariant.SETS_FORWARD, ProbeVariant.SETS_BACKWARD);
            case REFLECTION -> List.of(ProbeVariant.UNSHARED);
            case CLOCK ->
                List.of(
                        ProbeVariant.CLOCK_MIDNIGHT,
                        ProbeVariant.CLOCK_MONTH_END,
                        ProbeVariant.CLOCK_YEAR_END,
                        ProbeVariant.CLOCK_LEAP_DAY);
            case SHUFFLE -> List.of(ProbeVariant.SHUFFLED, ProbeVariant.SHUFFLED_SECOND, ProbeVariant.SHUFFLED_THIRD);
            case THREADS -> List.of(ProbeVariant.THREADS);
            case LOAD -> List.of(ProbeVariant.LOAD);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(NoiseKind::word).collect(Collectors.joining(", "));
    }
}
