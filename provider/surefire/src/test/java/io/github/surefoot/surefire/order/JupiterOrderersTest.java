package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JupiterOrderersTest {
    private static final String CLASSES = "junit.jupiter.testclass.order.default";
    private static final String METHODS = "junit.jupiter.testmethod.order.default";
    private static final String SEED = "junit.jupiter.execution.order.random.seed";
    private static final String BY_NAME = "org.junit.jupiter.api.MethodOrderer$MethodName";
    private static final WorkerSettings NONE_OWN = new WorkerSettings(Map.of());

    private static final WorkerSettings BOTH_OWN =
            new WorkerSettings(Map.of("configurationParameters", CLASSES + " = it.Own\n" + METHODS + "=" + BY_NAME));

    /** As Surefire's provider has them for {@code alphabetical}. */
    private static Map<String, String> alphabetical() {
        return new HashMap<>(Map.of(CLASSES, "org.junit.jupiter.api.ClassOrderer$ClassName", METHODS, BY_NAME));
    }

    private static Map<String, String> own() {
        return new HashMap<>(Map.of(CLASSES, "it.Own", METHODS, BY_NAME));
    }

    private static Map<String, String> applied(
            OrderKind kind, Map<String, String> parameters, WorkerSettings settings) {
        new TestOrder(kind, 1).apply(parameters, settings, 1);
        return parameters;
    }

    @Test
    void aRandomOrderStandsAboveSurefiresOfClassesAndMethods() {
        assertThat(applied(OrderKind.RANDOM, alphabetical(), NONE_OWN))
                .doesNotContainKey(CLASSES)
                .containsEntry(METHODS, "org.junit.jupiter.api.MethodOrderer$Random")
                .containsKey(SEED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REVERSED", "PAIRS"})
    void othersStandAboveItsOrderOfClassesAndRearrangeThatOfMethods(OrderKind kind) {
        assertThat(applied(kind, alphabetical(), NONE_OWN))
                .doesNotContainKey(CLASSES)
                .containsEntry(METHODS, BY_NAME);
    }

    @Test
    void theProjectsOrderIsSurefires() {
        assertThat(applied(OrderKind.CONFIGURED, alphabetical(), NONE_OWN)).isEqualTo(alphabetical());
    }

    @ParameterizedTest
    @EnumSource
    void whatTheProjectNamesItselfStays(OrderKind kind) {
        assertThat(applied(kind, own(), BOTH_OWN)).containsAllEntriesOf(own());
    }

    @Test
    void givenClassesAreNotOrderedAgainButMethodsAre() {
        Map<String, String> parameters = alphabetical();
        JupiterOrderers.keepGivenClasses(parameters, NONE_OWN);
        assertThat(parameters).containsOnlyKeys(METHODS);

        Map<String, String> users = own();
        JupiterOrderers.keepGivenClasses(users, BOTH_OWN);
        assertThat(users).isEqualTo(own());
    }

    @Test
    void givenClassesAreNotShuffledAgainWhoeverHadThemShuffled() {
        Map<String, String> parameters = new HashMap<>(Map.of(
                CLASSES,
                "org.junit.jupiter.api.ClassOrderer$Random",
                METHODS,
                "org.junit.jupiter.api.MethodOrderer$Random",
                SEED,
                "7"));
        JupiterOrderers.keepGivenClasses(parameters, BOTH_OWN);
        assertThat(parameters).containsOnlyKeys(METHODS, SEED);
    }
}
