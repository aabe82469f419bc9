package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class JvmArgumentsTest {
    private final JvmArguments arguments = new JvmArguments(
            new TestClassPath(new MavenProject()),
            name -> Optional.ofNullable(Map.of("argLine", "-Dof=command-line").get(name)),
            name -> Optional.ofNullable(Map.of("argLine", "-Dof=pom", "coverage", "-javaagent:a.jar")
                    .get(name)));

    private static SurefireConfiguration configuration(String argLine) {
        return SurefireConfiguration.copyOf(null).set("argLine", argLine);
    }

    /** Surefire 3.6.1, shown by findings/surefire-late-property-of-the-pom.sh. */
    @Test
    void whatIsNamedLateIsTheProjects() {
        assertThat(arguments.of(configuration("@{coverage} @{argLine} @{none} -ea")))
                .isEqualTo("-javaagent:a.jar -Dof=pom  -ea");
    }

    @Test
    void whatIsNamedLateAndNobodyHasSetIsFound() {
        assertThat(arguments.unset(configuration("@{none} @{argLine} -Da=@{other} @{none} -ea")))
                .containsExactly("none", "other");
        assertThat(arguments.unset(SurefireConfiguration.copyOf(null))).isEmpty();
    }

    @Test
    void withoutConfigurationTheCommandLineGoesFirst() {
        assertThat(arguments.of(SurefireConfiguration.copyOf(null))).isEqualTo("-Dof=command-line");
    }
}
