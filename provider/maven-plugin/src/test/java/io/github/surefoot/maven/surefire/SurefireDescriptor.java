package io.github.surefoot.maven.surefire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** What the Surefire or Failsafe that Surefoot runs says of its own goal. */
public final class SurefireDescriptor {
    private final Xpp3Dom plugin;
    private final Xpp3Dom goal;
    private final List<Xpp3Dom> goals;

    private SurefireDescriptor(Xpp3Dom plugin, Xpp3Dom goal, List<Xpp3Dom> goals) {
        this.plugin = plugin;
        this.goal = goal;
        this.goals = goals;
    }

    /**
     * One parameter.
     *
     * @param property the property that sets it, or an empty text
     * @param editable whether a user may configure it
     */
    public record Parameter(String property, boolean editable) {}

    /** Reads it from the plugin's jar on the class path. */
    public static SurefireDescriptor read(TestPlugin kind) throws IOException, XmlPullParserException {
        ClassLoader loader = SurefireDescriptor.class.getClassLoader();
        for (URL file : Collections.list(loader.getResources("META-INF/maven/plugin.xml"))) {
            try (InputStream in = file.openStream()) {
                Xpp3Dom plugin = Xpp3DomBuilder.build(in, "UTF-8");
                if (plugin.getChild("artifactId").getValue().equals(kind.artifactId())) {
                    List<Xpp3Dom> goals = new ArrayList<>(List.of(goal(plugin, kind.goal())));
                    kind.verdictGoal().ifPresent(name -> goals.add(goal(plugin, name)));
                    return new SurefireDescriptor(plugin, goals.get(0), goals);
                }
            }
        }
        throw new IOException(kind + " is not on the class path");
    }

    private static Xpp3Dom goal(Xpp3Dom plugin, String name) {
        for (Xpp3Dom mojo : plugin.getChild("mojos").getChildren()) {
            if (mojo.getChild("goal").getValue().equals(name)) {
                return mojo;
            }
        }
        throw new IllegalStateException("no goal " + name);
    }

    /** Returns its version. */
    public String version() {
        return plugin.getChild("version").getValue();
    }

    /** Returns what a parameter is where nobody sets it. */
    String defaultOf(String parameter) {
        return goal.getChild("configuration").getChild(parameter).getAttribute("default-value");
    }

    /** Returns all parameters by name: of the goal that runs tests, and of the one that fails the build for them. */
    public Map<String, Parameter> parameters() {
        Map<String, Parameter> result = new LinkedHashMap<>();
        goals.forEach(each -> parameters(each).forEach(result::putIfAbsent));
        return result;
    }

    /** Returns the parameters of one goal by name. */
    public Map<String, Parameter> parametersOf(String name) {
        return parameters(goal(plugin, name));
    }

    /** Returns the configuration that a goal has where nobody sets any. */
    public Xpp3Dom configurationOf(String name) {
        return goal(plugin, name).getChild("configuration");
    }

    private static Map<String, Parameter> parameters(Xpp3Dom goal) {
        Map<String, Parameter> result = new LinkedHashMap<>();
        for (Xpp3Dom parameter : goal.getChild("parameters").getChildren()) {
            String name = parameter.getChild("name").getValue();
            boolean editable =
                    Boolean.parseBoolean(parameter.getChild("editable").getValue());
            Xpp3Dom configured = goal.getChild("configuration").getChild(name);
            String value = configured == null || configured.getValue() == null ? "" : configured.getValue();
            boolean property = editable && value.startsWith("${");
            result.put(name, new Parameter(property ? value.substring(2, value.length() - 1) : "", editable));
        }
        return result;
    }
}
