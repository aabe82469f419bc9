package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class JupiterOrderersTest {
    private static final String CLASSES = "junit.jupiter.testclass.order.default";
    private static final String METHODS = "junit.jupiter.testmethod.order.default";
    private static final String SEED = "junit.jupiter.execution.order.random.seed";
    private static final String BY_NAME = "org.junit.jupiter.api.MethodOrderer$MethodName";
    private static final String NO_ORDER = "";
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
                .containsEntry(CLASSES, NO_ORDER)
                .containsEntry(METHODS, "org.junit.jupiter.api.MethodOrderer$Random")
                .containsKey(SEED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REVERSED", "PAIRS"})
    void othersStandAboveItsOrderOfClassesAndRearrangeThatOfMethods(OrderKind kind) {
        assertThat(applied(kind, alphabetical(), NONE_OWN))
                .containsEntry(CLASSES, NO_ORDER)
                .containsEntry(METHODS, BY_NAME);
    }

    @Test
    void theProjectsOrderIsSurefires() {
        assertThat(applied(OrderKind.CONFIGURED, alphabetical(), NONE_OWN)).isEqualTo(alphabetical());
        assertThat(applied(OrderKind.CONFIGURED, own(), BOTH_OWN)).isEqualTo(own());
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "REVERSED", "PAIRS"})
    void theOrderOfMethodsThatTheProjectNamesItselfStaysAndThatOfClassesDoesNot(OrderKind kind) {
        assertThat(applied(kind, own(), BOTH_OWN))
                .containsEntry(CLASSES, NO_ORDER)
                .containsEntry(METHODS, BY_NAME);
    }

    @Test
    void givenClassesAreNotOrderedAgainButMethodsAre() {
        Map<String, String> parameters = own();
        JupiterOrderers.keepGivenClasses(parameters);
        assertThat(parameters).containsExactlyInAnyOrderEntriesOf(Map.of(CLASSES, NO_ORDER, METHODS, BY_NAME));
    }

    /** With Jupiter itself, and a class orderer where the project would name it: beside the parameters of the request. */
    @Test
    void jupiterTakesItForNoOrderWhateverStandsInTheProjectsFile() {
        Map<String, String> parameters = new HashMap<>();
        assertThat(classesOf(parameters)).containsExactly(Alpha.class.getName(), Beta.class.getName());

        JupiterOrderers.keepGivenClasses(parameters);
        assertThat(classesOf(parameters)).containsExactly(Beta.class.getName(), Alpha.class.getName());
    }

    private static List<String> classesOf(Map<String, String> parameters) {
        List<String> names = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Beta.class), selectClass(Alpha.class))
                .configurationParametersResources("ordered-by-name.properties")
                .configurationParameters(parameters)
                .build();
        TestPlan plan = LauncherFactory.create().discover(request);
        plan.getRoots().forEach(root -> plan.getChildren(root).forEach(one -> one.getSource()
                .map(ClassSource.class::cast)
                .ifPresent(source -> names.add(source.getClassName()))));
        return names;
    }

    static class Alpha {
        @Test
        void runs() {
            assertThat(getClass()).isEqualTo(Alpha.class);
        }
    }

    static class Beta {
        @Test
        void runs() {
            assertThat(getClass()).isEqualTo(Beta.class);
        }
    }
}
