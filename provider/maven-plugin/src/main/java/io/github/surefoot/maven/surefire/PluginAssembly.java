package io.github.surefoot.maven.surefire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * The plugin as Surefoot runs it: in the version our provider is built for, with our provider, with the engines that the
 * project's tests need, and with what the project itself has added.
 *
 * @param kind which plugin
 * @param configured as the project has it, if it has
 * @param classPath what the tests are run with
 * @param surefootVersion our own version
 */
record PluginAssembly(TestPlugin kind, @Nullable Plugin configured, TestClassPath classPath, String surefootVersion) {
    private static final String PROVIDERS = "org.apache.maven.surefire";

    Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId(TestPlugin.GROUP);
        plugin.setArtifactId(kind.artifactId());
        plugin.setVersion(TestPlugin.VERSION);
        ownDependencies().forEach(plugin::addDependency);
        engines().needed().forEach(needed -> plugin.addDependency(dependency(needed.key(), needed.version())));
        plugin.addDependency(dependency("io.github.surefoot:surefoot-surefire-provider", surefootVersion));
        return plugin;
    }

    /** Returns which engines the project's tests need. */
    JUnitEngines engines() {
        Set<String> given = new LinkedHashSet<>();
        ownDependencies().forEach(dependency -> given.add(dependency.getGroupId() + ":" + dependency.getArtifactId()));
        return new JUnitEngines(classPath.versions(), given);
    }

    /** What the project has added, but for providers: a second one would run every test twice. */
    private List<Dependency> ownDependencies() {
        return configured == null
                ? List.of()
                : configured.getDependencies().stream()
                        .filter(dependency -> !dependency.getGroupId().equals(PROVIDERS))
                        .toList();
    }

    private static Dependency dependency(String key, String version) {
        int colon = key.indexOf(':');
        Dependency dependency = new Dependency();
        dependency.setGroupId(key.substring(0, colon));
        dependency.setArtifactId(key.substring(colon + 1));
        dependency.setVersion(version);
        return dependency;
    }
}
