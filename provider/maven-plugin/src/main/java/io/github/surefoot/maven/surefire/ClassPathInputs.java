package io.github.surefoot.maven.surefire;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * A text that changes whenever the class path of workers may have changed. No other settings of the project are in it:
 * they may be secret.
 */
final class ClassPathInputs {
    private static final List<String> PARAMETERS = List.of(
            "additionalClasspathElements",
            "additionalClasspathDependencies",
            "classpathDependencyExcludes",
            "classpathDependencyScopeExclude",
            "classesDirectory",
            "testClassesDirectory",
            "jvm",
            "jdkToolchain",
            "useModulePath");

    private static final List<String> SET_BY_PROPERTIES =
            List.of("additionalClasspathElements", "classpathDependencyExcludes", "jvm");

    private ClassPathInputs() {}

    static String of(
            MavenProject project,
            Plugin plugin,
            String surefootVersion,
            SurefireConfiguration configuration,
            Function<String, Optional<String>> propertyOfParameter) {
        StringJoiner inputs = new StringJoiner("\n");
        inputs.add(plugin.getVersion()).add(surefootVersion);
        inputs.add(System.getProperty("java.home", "")).add(System.getProperty("java.vm.version", ""));
        inputs.add(project.getBuild().getOutputDirectory());
        inputs.add(project.getBuild().getTestOutputDirectory());
        for (Artifact artifact : project.getArtifacts()) {
            inputs.add(artifact.getScope() + ":" + artifact.getFile());
        }
        PARAMETERS.forEach(parameter -> inputs.add(parameter + "=" + configuration.text(parameter)));
        SET_BY_PROPERTIES.forEach(
                parameter -> inputs.add(propertyOfParameter.apply(parameter).orElse("")));
        plugin.getDependencies()
                .forEach(dependency -> inputs.add(dependency.getManagementKey() + ":" + dependency.getVersion()));
        return inputs.toString();
    }
}
