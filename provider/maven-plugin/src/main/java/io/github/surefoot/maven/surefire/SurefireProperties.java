package io.github.surefoot.maven.surefire;

import java.util.Map;
import java.util.Optional;

/**
 * Which property sets a parameter of Surefire's where the configuration does not. Only of those that Surefoot asks for;
 * the rest is read by Surefire alone.
 */
final class SurefireProperties {
    static final Map<String, String> BY_PARAMETER = Map.ofEntries(
            Map.entry("additionalClasspathElements", "maven.test.additionalClasspath"),
            Map.entry("argLine", "argLine"),
            Map.entry("childDelegation", "childDelegation"),
            Map.entry("classpathDependencyExcludes", "maven.test.dependency.excludes"),
            Map.entry("debugForkedProcess", "maven.surefire.debug"),
            Map.entry("excludeJUnit5Engines", "surefire.excludeJUnit5Engines"),
            Map.entry("failOnFlakeCount", "surefire.failOnFlakeCount"),
            Map.entry("forkCount", "forkCount"),
            Map.entry("includeJUnit5Engines", "surefire.includeJUnit5Engines"),
            Map.entry("jvm", "jvm"),
            Map.entry("rerunFailingTestsCount", "surefire.rerunFailingTestsCount"),
            Map.entry("reuseForks", "reuseForks"),
            Map.entry("skip", "maven.test.skip"),
            Map.entry("skipAfterFailureCount", "surefire.skipAfterFailureCount"),
            Map.entry("skipExec", "maven.test.skip.exec"),
            Map.entry("skipTests", "skipTests"),
            Map.entry("suiteXmlFiles", "surefire.suiteXmlFiles"),
            Map.entry("testFailureIgnore", "maven.test.failure.ignore"),
            Map.entry("useManifestOnlyJar", "surefire.useManifestOnlyJar"),
            Map.entry("useSystemClassLoader", "surefire.useSystemClassLoader"));

    private SurefireProperties() {}

    /**
     * Returns the property of a parameter.
     *
     * @throws IllegalArgumentException if it is none of those that Surefoot asks for
     */
    static String of(String parameter) {
        return Optional.ofNullable(BY_PARAMETER.get(parameter))
                .orElseThrow(() -> new IllegalArgumentException("No property is known for parameter " + parameter));
    }
}
