package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class ExposedSecretsTest {
    private final ExposedSecrets exposed =
            new ExposedSecrets(Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, "canary<0123"))));

    private static SurefireConfiguration configuration(String xml) throws Exception {
        return SurefireConfiguration.copyOf(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + xml + "</configuration>")));
    }

    @Test
    void whatIsOnACommandLineIsRefused() throws Exception {
        SurefireConfiguration nothing = configuration("");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> exposed.in(Optional.of("-Xmx1g -Dkey=canary<0123"), nothing))
                .withMessageStartingWith("Surefire's argLine holds a secret: -Xmx1g -Dkey=***API_KEY***. Every user");
    }

    @Test
    void whatIsOnlyLoggedIsWarnedOf() throws Exception {
        String xml = "<systemPropertyVariables><key>canary&lt;0123</key><b>1</b></systemPropertyVariables>"
                + "<forkCount>2</forkCount>";
        assertThat(exposed.in(Optional.of("-Xmx1g"), configuration(xml)))
                .singleElement()
                .asString()
                .startsWith("The Surefire configuration holds a secret in <systemPropertyVariables>")
                .doesNotContain("canary");
        assertThat(exposed.in(Optional.empty(), configuration("<forkCount>2</forkCount>")))
                .isEmpty();
    }
}
