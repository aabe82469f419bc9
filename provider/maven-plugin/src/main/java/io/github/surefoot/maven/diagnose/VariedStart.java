package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.core.probe.ProbeProperty;
import io.github.surefoot.core.probe.WorkerStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a worker would have been started where something is otherwise. */
final class VariedStart {
    private VariedStart() {}

    /**
     * Returns how it would have been started with some noise.
     *
     * @param agent the jar of the agent that makes otherwise what the JVM has no switch for
     */
    static WorkerStart of(WorkerStart start, Noise noise, Path agent) {
        WorkerStart varied = start;
        for (ProbeVariant variant : noise.variants()) {
            varied = of(varied, variant);
        }
        String asked = noise.variants().stream()
                .map(VariedStart::ofAgent)
                .filter(setting -> !setting.isEmpty())
                .collect(Collectors.joining(","));
        return asked.isEmpty()
                ? varied
                // Beside an agent, the JVM says what it does not share.
                : with(varied, Map.of(), List.of("-Xlog:cds=off", "-javaagent:" + agent + "=" + asked));
    }

    /** Returns what the agent is asked for; nothing if it has no part in it. */
    private static String ofAgent(ProbeVariant variant) {
        return switch (variant) {
            case CLOCK_MIDNIGHT -> "clock=midnight";
            case CLOCK_MONTH_END -> "clock=month_end";
            case CLOCK_YEAR_END -> "clock=year_end";
            case CLOCK_LEAP_DAY -> "clock=leap_day";
            case SHUFFLED -> "order=1";
            case SHUFFLED_SECOND -> "order=2";
            case SHUFFLED_THIRD -> "order=3";
            case THREADS -> "threads=1";
            default -> "";
        };
    }

    private static WorkerStart of(WorkerStart start, ProbeVariant variant) {
        return switch (variant) {
            case USUAL,
                    LOAD,
                    CLOCK_MIDNIGHT,
                    CLOCK_MONTH_END,
                    CLOCK_YEAR_END,
                    CLOCK_LEAP_DAY,
                    SHUFFLED,
                    SHUFFLED_SECOND,
                    SHUFFLED_THIRD,
                    THREADS -> start;
            case ZONE_EAST -> with(start, Map.of("user.timezone", "Pacific/Kiritimati"), List.of());
            case ZONE_WEST -> with(start, Map.of("user.timezone", "Pacific/Pago_Pago"), List.of());
            case ZONE_UTC -> with(start, Map.of("user.timezone", "UTC"), List.of());
            case LOCALE_ENGLISH -> with(start, locale("en", "US"), List.of());
            case LOCALE_TURKISH -> with(start, locale("tr", "TR"), List.of());
            case CHARSET_LATIN -> with(start, Map.of("file.encoding", "ISO-8859-1"), List.of());
            case ONE_CORE -> with(start, Map.of(), List.of("-XX:ActiveProcessorCount=1"));
            case MORE_CORES -> with(start, Map.of(), List.of("-XX:ActiveProcessorCount=16"));
            case HASH_CODES -> with(start, Map.of(), List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=3"));
            case SETS_FORWARD ->
                with(start, Map.of(ProbeProperty.SETS, ProbeProperty.FORWARD), ProbeProperty.SETS_ARGUMENTS);
            case SETS_BACKWARD ->
                with(start, Map.of(ProbeProperty.SETS, ProbeProperty.BACKWARD), ProbeProperty.SETS_ARGUMENTS);
            case UNSHARED -> with(start, Map.of(), List.of("-Xshare:off"));
        };
    }

    /** Returns how the second of two that run at the same time would have been started. */
    static WorkerStart neighbour(WorkerStart start) {
        return with(start, Map.of("surefire.forkNumber", "2"), List.of());
    }

    private static Map<String, String> locale(String language, String country) {
        return Map.of("user.language", language, "user.country", country);
    }

    /** Properties have to be there when the JVM starts, and again when those of the worker are put back. */
    private static WorkerStart with(WorkerStart start, Map<String, String> properties, List<String> more) {
        List<String> arguments = new ArrayList<>(start.arguments());
        properties.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        arguments.addAll(more);
        Map<String, String> all = new HashMap<>(start.properties());
        all.putAll(properties);
        return new WorkerStart(
                start.home(),
                start.directory(),
                start.provider(),
                arguments,
                start.classPath(),
                start.environment(),
                all,
                start.settings(),
                start.parameters());
    }
}
