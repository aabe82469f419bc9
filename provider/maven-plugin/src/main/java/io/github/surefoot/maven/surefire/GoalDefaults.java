package io.github.surefoot.maven.surefire;

import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The configuration that a goal has where nobody sets any: Maven merges it only into executions that it plans itself. */
public final class GoalDefaults {
    private GoalDefaults() {}

    /** Returns that of a goal. */
    public static Xpp3Dom of(MojoDescriptor goal) {
        @Nullable PlexusConfiguration configuration = goal.getMojoConfiguration();
        Xpp3Dom dom = new Xpp3Dom("configuration");
        if (configuration != null) {
            for (PlexusConfiguration child : configuration.getChildren()) {
                dom.addChild(element(child));
            }
        }
        return dom;
    }

    private static Xpp3Dom element(PlexusConfiguration configuration) {
        Xpp3Dom dom = new Xpp3Dom(configuration.getName());
        dom.setValue(configuration.getValue(null));
        for (String attribute : configuration.getAttributeNames()) {
            dom.setAttribute(attribute, configuration.getAttribute(attribute));
        }
        for (PlexusConfiguration child : configuration.getChildren()) {
            dom.addChild(element(child));
        }
        return dom;
    }
}
