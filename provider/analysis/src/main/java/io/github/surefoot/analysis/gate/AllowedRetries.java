package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.TestPattern;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests whose frameworks may try them again: of these the last attempt counts. Of all others the first does, since a
 * test that failed once has failed.
 */
public final class AllowedRetries {
    /** The setting. */
    public static final String PROPERTY = Setting.ALLOW_RETRIES.key();

    /** No test may be tried again. */
    public static final AllowedRetries NONE = new AllowedRetries(List.of());

    private final List<TestPattern> all;

    private AllowedRetries(List<TestPattern> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads names as a user writes them: classes, with or without their package, or methods, separated by commas, as in
     * {@code CartTest,shop.OrderTest#ships,*IT}.
     *
     * @throws SettingException if one of them is no such name
     */
    public static AllowedRetries parse(String setting) {
        List<TestPattern> allowed = new ArrayList<>();
        for (String part : setting.split(",")) {
            String name = part.strip();
            if (name.isEmpty()) {
                continue;
            }
            allowed.add(TestPattern.parse(name)
                    .orElseThrow(() -> new SettingException(
                            PROPERTY,
                            setting,
                            "'" + name + "' is no class, nor a method of one",
                            "Write e.g. CartTest,shop.OrderTest#ships,*IT, without parameters.")));
        }
        return new AllowedRetries(allowed);
    }

    /** Returns evidence in which the last attempt counts where it may. */
    public Evidence apply(Evidence evidence) {
        if (all.isEmpty()) {
            return evidence;
        }
        return evidence.withTests(evidence.tests().stream().map(this::lenient).toList());
    }

    private TestEvidence lenient(TestEvidence test) {
        boolean admitted = all.stream().anyMatch(allowed -> allowed.matches(test.id()));
        return admitted ? test.each(AllowedRetries::lastAttempt) : test;
    }

    private static Execution lastAttempt(Execution execution) {
        return execution.passedOnAttempt() == 0 ? execution : execution.with(new Outcome.Passed());
    }
}
