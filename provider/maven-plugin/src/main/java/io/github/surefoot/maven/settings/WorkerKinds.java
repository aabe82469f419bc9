package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.Setting;
import java.util.Optional;

/** Reads which kind of workers the user wants, by either of two settings. */
final class WorkerKinds {
    private static final String KIND = Setting.WORKERS_KIND.key();
    private static final String REUSE = Setting.REUSE_WORKERS.key();

    private static final String ALLOWED = "'fresh', 'renewed' or 'warm', for example -D" + KIND + "=renewed";

    private WorkerKinds() {}

    /**
     * Reads both.
     *
     * @param kind the word for it
     * @param reuse {@code true} for {@code warm}, {@code false} for {@code fresh}
     * @throws SettingException if a value cannot be used, or if one contradicts the other
     */
    static WorkerKind parse(Optional<String> kind, Optional<String> reuse) {
        Optional<WorkerKind> named = kind.map(WorkerKinds::kind);
        Optional<WorkerKind> other =
                reuse.map(value -> RunSettings.flag(REUSE, value) ? WorkerKind.WARM : WorkerKind.FRESH);
        if (named.isPresent() && other.isPresent() && named.get() != other.get()) {
            throw new SettingException(
                    KIND,
                    named.get().word(),
                    REUSE + "=" + reuse.get().strip() + " means '" + other.get().word() + "'",
                    "Remove one of the two: they are two names of one setting.");
        }
        return named.or(() -> other).orElse(WorkerKind.FRESH);
    }

    private static WorkerKind kind(String value) {
        return WorkerKind.parse(value.strip()).orElseThrow(() -> new SettingException(KIND, value, ALLOWED));
    }
}
