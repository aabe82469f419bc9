package io.github.surefoot.maven.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.maven.round.FakeSurefire;
import io.github.surefoot.maven.surefire.Surefire;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaryingOrderTest {
    private static final String ORDERER =
            "junit.jupiter.testclass.order.default=org.junit.jupiter.api.ClassOrderer$Random";

    private static Surefire surefire(Xpp3Dom configuration) {
        return new FakeSurefire().surefire(configuration);
    }

    private static Xpp3Dom configured(String path, String text) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom at = configuration;
        for (String name : path.split("/")) {
            Xpp3Dom child = new Xpp3Dom(name);
            at.addChild(child);
            at = child;
        }
        at.setValue(text);
        return configuration;
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderKind.class,
            names = {"RANDOM", "PAIRS"})
    void ordersThatAreOthersInEachRound(OrderKind order) {
        assertThat(VaryingOrder.of(order, surefire(new Xpp3Dom("configuration"))))
                .hasValueSatisfying(why -> assertThat(why).endsWith("(surefoot.order=" + order.word() + ")"));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderKind.class,
            names = {"CONFIGURED", "REVERSED"})
    void ordersThatAreTheSame(OrderKind order) {
        assertThat(VaryingOrder.of(order, surefire(new Xpp3Dom("configuration"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties/configurationParameters", "systemPropertyVariables/x", "argLine"})
    void ordersThatJupiterDraws(String where) {
        assertThat(VaryingOrder.of(OrderKind.CONFIGURED, surefire(configured(where, "-D" + ORDERER))))
                .hasValueSatisfying(why -> assertThat(why).contains("ClassOrderer$Random"));
    }

    @Test
    void oneThatJupiterDrawsFromASeedThatIsSetIsTheSame() {
        String seed = "\njunit.jupiter.execution.order.random.seed=7";

        assertThat(VaryingOrder.of(
                        OrderKind.CONFIGURED,
                        surefire(configured("properties/configurationParameters", ORDERER + seed))))
                .isEmpty();
    }
}
