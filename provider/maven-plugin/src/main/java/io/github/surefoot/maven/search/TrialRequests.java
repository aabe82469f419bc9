package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.search.Trial;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.StateLook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a JVM is asked for to run a trial: each unit by itself, so that their order is the one that is asked for. */
final class TrialRequests {
    private TrialRequests() {}

    static ProbeRequest of(Trial trial) {
        return new ProbeRequest(
                trial.units().stream().map(unit -> List.of(item(unit))).toList(),
                "",
                trial.methods().isNumbered() ? OptionalLong.of(trial.number()) : OptionalLong.empty(),
                trial.round(),
                StateLook.NONE,
                trial.methods(),
                true);
    }

    /** Returns what is asked for of a second JVM at the same time; empty if nothing is. */
    static Optional<ProbeRequest> beside(Trial trial) {
        return trial.beside().isEmpty()
                ? Optional.empty()
                : Optional.of(new ProbeRequest(
                        trial.beside().stream().map(unit -> List.of(item(unit))).toList(),
                        "",
                        OptionalLong.empty(),
                        1));
    }

    private static ProbeRequest.Item item(ProbeUnit unit) {
        return unit.isClass()
                ? new ProbeRequest.Item(unit.className(), true)
                : new ProbeRequest.Item(unit.uniqueId(), false);
    }
}
