package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SurefirePropertiesTest {
    @Test
    void theSurefireThatIsRunIsTheOneOfTheBuild() throws Exception {
        assertThat(Surefire.VERSION).isEqualTo(SurefireDescriptor.read().version());
    }

    @Test
    void eachIsWhatSurefireReads() throws Exception {
        Map<String, SurefireDescriptor.Parameter> parameters =
                SurefireDescriptor.read().parameters();
        SurefireProperties.BY_PARAMETER.forEach((name, property) -> assertThat(parameters)
                .hasEntrySatisfying(
                        name, parameter -> assertThat(parameter.property()).isEqualTo(property)));
    }

    @Test
    void aParameterNobodyHasLookedUpIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurefireProperties.of("forkMode"))
                .withMessageContaining("forkMode");
    }
}
