package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against what each plugin says of itself. */
class TestPluginTest {
    @ParameterizedTest
    @EnumSource
    void theOneThatIsRunIsTheOneOfTheBuild(TestPlugin plugin) throws Exception {
        assertThat(TestPlugin.VERSION).isEqualTo(SurefireDescriptor.read(plugin).version());
    }

    @ParameterizedTest
    @EnumSource
    void eachPropertyIsWhatThePluginReads(TestPlugin plugin) throws Exception {
        Map<String, SurefireDescriptor.Parameter> parameters =
                SurefireDescriptor.read(plugin).parameters();
        assertThat(TestPlugin.askedFor()).isNotEmpty().allSatisfy(name -> assertThat(plugin.propertyOf(name))
                .as(name)
                .isEqualTo(Optional.ofNullable(parameters.get(name))
                        .map(SurefireDescriptor.Parameter::property)
                        .filter(property -> !property.isEmpty())));
    }

    @ParameterizedTest
    @EnumSource
    void eachFilterIsAPropertyOfAParameter(TestPlugin plugin) throws Exception {
        Map<String, SurefireDescriptor.Parameter> parameters =
                SurefireDescriptor.read(plugin).parameters();
        assertThat(plugin.filters())
                .containsKeys("test", "groups", "excludedGroups")
                .allSatisfy((parameter, property) -> assertThat(Optional.ofNullable(parameters.get(parameter))
                                .map(SurefireDescriptor.Parameter::property))
                        .contains(property));
    }

    @Test
    void aParameterOfTheVerdictIsOneThatTheGoalBeforeItLacks() throws Exception {
        SurefireDescriptor failsafe = SurefireDescriptor.read(TestPlugin.FAILSAFE);
        Set<String> before = failsafe.parametersOf("integration-test").keySet();
        assertThat(failsafe.parameters().keySet())
                .allSatisfy(name -> assertThat(TestPlugin.FAILSAFE.isOfTheVerdict(name))
                        .as(name)
                        .isEqualTo(!before.contains(name)));
        assertThat(TestPlugin.SUREFIRE.isOfTheVerdict("testFailureIgnore")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theReportsAreWhereThePluginWritesThem(TestPlugin plugin) throws Exception {
        assertThat(SurefireDescriptor.read(plugin).defaultOf("reportsDirectory"))
                .isEqualTo("${project.build.directory}/" + plugin.reports());
    }

    @Test
    void aProjectKnowsThemByTheseNames() {
        assertThat(TestPlugin.SUREFIRE.key()).isEqualTo("org.apache.maven.plugins:maven-surefire-plugin");
        assertThat(TestPlugin.FAILSAFE.key()).isEqualTo("org.apache.maven.plugins:maven-failsafe-plugin");
    }

    @ParameterizedTest
    @EnumSource
    void aParameterNobodyHasLookedUpIsAMistake(TestPlugin plugin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plugin.propertyOf("forkMode"))
                .withMessageContaining("forkMode");
    }
}
