package io.github.surefoot.maven.settings;

import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.LowerBound;
import io.github.surefoot.analysis.gate.StopWhen;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.Setting;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What {@code surefoot.rounds=auto} stands for: as many rounds as prove the threshold if nothing fails, 59 for 95 %, by
 * renewed workers. That number is fixed before the first round, so what the verdict says it proves is proven: to look
 * again and again, and to stop where it looks good, would not. To stop where it cannot be proven any more takes nothing from
 * that.
 */
public final class AutomaticRounds {
    /** The settings that it may set. */
    static final Set<String> NAMES = Set.of(
            Setting.ROUNDS.key(), GateSettings.CONFIDENCE, Setting.WORKERS_KIND.key(), Setting.STOP_WHEN_DECIDED.key());

    private static final String WORD = "auto";

    private AutomaticRounds() {}

    /**
     * Returns what it sets, by the names of settings; nothing if rounds are a number.
     *
     * @param given what the user has set, by name: the kind of workers, the confidence and when to stop stay, if they are
     * @throws SettingException if no number of rounds proves the threshold, nobody could run that many, or it is 0; or if
     *     no confidence is wanted, which is what the rounds are counted by
     */
    public static Map<String, String> settings(Function<String, Optional<String>> given) {
        String rounds = given.apply(Setting.ROUNDS.key()).map(String::strip).orElse("");
        if (!rounds.equals(WORD)) {
            return Map.of();
        }
        Map<String, String> settings = new HashMap<>();
        GateSettings gate = gate(given);
        boolean usual = given.apply(GateSettings.CONFIDENCE).isEmpty();
        settings.put(
                Setting.ROUNDS.key(), Long.toString(toProve(gate, usual ? LowerBound.USUAL_CONFIDENCE : wanted(gate))));
        if (usual) {
            settings.put(GateSettings.CONFIDENCE, LowerBound.USUAL_CONFIDENCE.toPlainString());
        }
        if (given.apply(Setting.WORKERS_KIND.key())
                .or(() -> given.apply(Setting.REUSE_WORKERS.key()))
                .isEmpty()) {
            settings.put(Setting.WORKERS_KIND.key(), WorkerKind.RENEWED.word());
        }
        if (given.apply(Setting.STOP_WHEN_DECIDED.key()).isEmpty()) {
            settings.put(Setting.STOP_WHEN_DECIDED.key(), StopWhen.NOT_HELD.word());
        }
        return settings;
    }

    private static GateSettings gate(Function<String, Optional<String>> given) {
        return GateSettings.parse(
                given.apply(GateSettings.GATE).orElse(null),
                Threshold.given(given).orElse(null),
                given.apply(GateSettings.CONFIDENCE).orElse(null),
                false);
    }

    private static BigDecimal wanted(GateSettings gate) {
        return gate.confidence()
                .orElseThrow(() -> new SettingException(
                        Setting.ROUNDS.key(),
                        WORD,
                        "it proves the threshold, and " + GateSettings.CONFIDENCE + " is off",
                        "Leave " + GateSettings.CONFIDENCE + " out or set it to "
                                + LowerBound.USUAL_CONFIDENCE.toPlainString() + ", or write a number of rounds."));
    }

    private static long toProve(GateSettings gate, BigDecimal confidence) {
        if (gate.threshold().signum() == 0) {
            throw new SettingException(
                    Setting.ROUNDS.key(),
                    WORD,
                    "0 % needs no proof",
                    "Raise " + GateSettings.THRESHOLD + ", or write a number of rounds.");
        }
        return LowerBound.roundsToProve(gate.threshold(), confidence, 0).stream()
                .filter(rounds -> rounds <= RunSettings.MOST_ROUNDS)
                .findFirst()
                .orElseThrow(() -> new SettingException(
                        Setting.ROUNDS.key(),
                        WORD,
                        "no number of rounds up to " + RunSettings.MOST_ROUNDS + " proves "
                                + gate.threshold().toPlainString() + " %",
                        "Lower " + GateSettings.THRESHOLD + ", or write a number of rounds."));
    }
}
