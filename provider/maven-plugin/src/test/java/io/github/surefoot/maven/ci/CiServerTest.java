package io.github.surefoot.maven.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiServerTest {
    @ParameterizedTest
    @ValueSource(strings = {"CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "TF_BUILD"})
    void aServerSaysThatItIsOne(String variable) {
        assertThat(CiServer.isPresent(Map.of(variable, "true")::get)).isTrue();
        assertThat(CiServer.isPresent(Map.of(variable, "false")::get)).isFalse();
        assertThat(CiServer.isPresent(Map.of(variable, " ")::get)).isFalse();
    }

    @Test
    void aDeskIsNone() {
        assertThat(CiServer.isPresent(name -> null)).isFalse();
    }
}
