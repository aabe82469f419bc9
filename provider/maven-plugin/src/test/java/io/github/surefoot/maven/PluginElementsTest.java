package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class PluginElementsTest {
    private static PluginDescriptor descriptor() throws Exception {
        Parameter settings = new Parameter();
        settings.setName("settings");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("test");
        goal.addParameter(settings);
        PluginDescriptor descriptor = new PluginDescriptor();
        goal.setPluginDescriptor(descriptor);
        descriptor.addMojo(goal);
        return descriptor;
    }

    private static Xpp3Dom xml(String elements) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
    }

    @Test
    void whatNoGoalHasAParameterForIsFoundInThePluginAndInItsExecutions() throws Exception {
        Plugin plugin = new Plugin();
        plugin.setConfiguration(xml("<settings><rounds>5</rounds></settings><rounds>5</rounds>"));
        PluginExecution execution = new PluginExecution();
        execution.setConfiguration(xml("<rounds>5</rounds><colour>red</colour>"));
        plugin.addExecution(execution);
        plugin.addExecution(new PluginExecution());
        assertThat(PluginElements.unknown(plugin, descriptor())).containsExactly("rounds", "colour");
    }

    @Test
    void aProjectThatDoesNotNameThePluginHasNone() throws Exception {
        assertThat(PluginElements.unknown(null, descriptor())).isEmpty();
    }
}
