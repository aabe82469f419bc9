package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.protocol.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tests whose frameworks may try them again: of these the last attempt counts. Of all others the first does, since a
 * test that failed once has failed.
 */
public final class AllowedRetries {
    /** The setting. */
    public static final String PROPERTY = Setting.ALLOW_RETRIES.key();

    /** No test may be tried again. */
    public static final AllowedRetries NONE = new AllowedRetries(List.of());

    private static final Pattern NAME =
            Pattern.compile("[\\p{javaJavaIdentifierPart}.*]+(#[\\p{javaJavaIdentifierPart}*]+)?");
    private static final Pattern END_OF_METHOD = Pattern.compile("[(\\[].*", Pattern.DOTALL);

    private final List<Allowed> all;

    private AllowedRetries(List<Allowed> all) {
        this.all = List.copyOf(all);
    }

    private record Allowed(Pattern className, Pattern method) {
        boolean admits(TestId test) {
            String name = test.className();
            boolean ofClass = className.matcher(name).matches()
                    || className
                            .matcher(name.substring(name.lastIndexOf('.') + 1))
                            .matches();
            return ofClass
                    && method.matcher(END_OF_METHOD.matcher(test.name()).replaceFirst(""))
                            .matches();
        }
    }

    /**
     * Reads names as a user writes them: classes, with or without their package, or methods, separated by commas, as in
     * {@code CartTest,shop.OrderTest#ships,*IT}.
     *
     * @throws SettingException if one of them is no such name
     */
    public static AllowedRetries parse(String setting) {
        List<Allowed> allowed = new ArrayList<>();
        for (String part : setting.split(",")) {
            String name = part.strip();
            if (name.isEmpty()) {
                continue;
            }
            if (!NAME.matcher(name).matches()) {
                throw new SettingException(
                        PROPERTY,
                        setting,
                        "'" + name + "' is no class, nor a method of one",
                        "Write e.g. CartTest,shop.OrderTest#ships,*IT, without parameters.");
            }
            String[] sides = name.split("#", 2);
            allowed.add(new Allowed(pattern(sides[0]), pattern(sides.length == 1 ? "*" : sides[1])));
        }
        return new AllowedRetries(allowed);
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Returns evidence in which the last attempt counts where it may. */
    public Evidence apply(Evidence evidence) {
        if (all.isEmpty()) {
            return evidence;
        }
        return evidence.withTests(evidence.tests().stream().map(this::lenient).toList());
    }

    private TestEvidence lenient(TestEvidence test) {
        boolean admitted = all.stream().anyMatch(allowed -> allowed.admits(test.id()));
        return admitted
                ? test.with(test.executions().stream()
                        .map(AllowedRetries::lastAttempt)
                        .toList())
                : test;
    }

    private static Execution lastAttempt(Execution execution) {
        return execution.passedOnAttempt() == 0 ? execution : execution.with(new Outcome.Passed());
    }
}
