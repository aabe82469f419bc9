package io.github.surefoot.maven;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The elements of this plugin's configuration in a POM: Maven drops those that no goal has a parameter for. */
final class PluginElements {
    private PluginElements() {}

    /**
     * Returns the names of those that come to nothing.
     *
     * @param plugin as the POM has it, if it has
     * @param descriptor what its goals say of themselves
     */
    static List<String> unknown(@Nullable Plugin plugin, PluginDescriptor descriptor) {
        if (plugin == null) {
            return List.of();
        }
        Set<String> known = descriptor.getMojos().stream()
                .flatMap(goal -> goal.getParameterMap().keySet().stream())
                .collect(Collectors.toSet());
        Stream<ConfigurationContainer> containers = Stream.concat(Stream.of(plugin), plugin.getExecutions().stream());
        return containers
                .flatMap(container -> container.getConfiguration() instanceof Xpp3Dom dom
                        ? Arrays.stream(dom.getChildren()).map(Xpp3Dom::getName)
                        : Stream.empty())
                .filter(name -> !known.contains(name))
                .distinct()
                .toList();
    }
}
