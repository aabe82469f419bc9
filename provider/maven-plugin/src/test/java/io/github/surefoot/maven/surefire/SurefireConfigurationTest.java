package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.secret.SecretsFile;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class SurefireConfigurationTest {
    private static Xpp3Dom xml(String content) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
    }

    @Test
    void whatIsSetDoesNotTouchTheProject() throws Exception {
        Xpp3Dom project = xml("<forkCount>4</forkCount><properties><property><name>a</name><value>b</value></property>"
                + "</properties>");
        Xpp3Dom before = new Xpp3Dom(project);
        SurefireConfiguration configuration = SurefireConfiguration.copyOf(project);
        configuration.set("forkCount", "2").set("reuseForks", "true").addProperties(Map.of("c", "d"));
        assertThat(project).isEqualTo(before);
        assertThat(configuration.get("forkCount")).contains("2");
    }

    @Test
    void twoCopiesAreIndependent() throws Exception {
        Xpp3Dom project = xml("<forkCount>4</forkCount>");
        SurefireConfiguration one = SurefireConfiguration.copyOf(project);
        SurefireConfiguration two = SurefireConfiguration.copyOf(project).set("forkCount", "1");
        assertThat(one.get("forkCount")).contains("4");
        assertThat(two.get("forkCount")).contains("1");
    }

    @Test
    void aProjectThatConfiguresNothingHasNoValues() {
        assertThat(SurefireConfiguration.copyOf(null).get("forkCount")).isEmpty();
        assertThat(SurefireConfiguration.copyOf(null).set("forkCount", "1").get("forkCount"))
                .contains("1");
    }

    @Test
    void valuesAreReadWithoutTheSpaceAroundThem() throws Exception {
        SurefireConfiguration configuration =
                SurefireConfiguration.copyOf(xml("<argLine>\n  -Xmx1g\n</argLine><test/>"));
        assertThat(configuration.get("argLine")).contains("-Xmx1g");
        assertThat(configuration.get("test")).isEmpty();
    }

    @Test
    void whatAWorkerWouldTakeForSurefootsIsLeftOut() throws Exception {
        Xpp3Dom project = xml("<properties><property><name>surefoot.worker.kind</name><value>renewed</value></property>"
                + "<property><name>mine</name><value>1</value></property><surefoot.worker.first>2</surefoot.worker.first>"
                + "</properties><systemPropertyVariables><surefoot.worker.trains>x</surefoot.worker.trains><its>1</its>"
                + "</systemPropertyVariables>");
        SurefireConfiguration configuration = SurefireConfiguration.copyOf(project);
        assertThat(configuration.mentions("properties", "surefoot")).isFalse();
        assertThat(configuration.mentions("properties", "mine")).isTrue();
        assertThat(configuration.mentions("systemPropertyVariables", "surefoot"))
                .isFalse();
        assertThat(configuration.mentions("systemPropertyVariables", "its")).isTrue();
    }

    @Test
    void propertiesAreAddedBesideTheUsers() throws Exception {
        Xpp3Dom project = xml("<properties><configurationParameters>x=1</configurationParameters>"
                + "<property><name>mine</name><value>1</value></property></properties>");
        Map<String, String> more = new LinkedHashMap<>();
        more.put("surefoot.worker.run", "run-1");
        more.put("surefoot.worker.round", "2");
        Xpp3Dom properties = SurefireConfiguration.copyOf(project)
                .addProperties(more)
                .over(new Xpp3Dom("configuration"))
                .getChild("properties");
        assertThat(properties.getChild("configurationParameters").getValue()).isEqualTo("x=1");
        assertThat(Arrays.stream(properties.getChildren("property"))
                        .map(property -> property.getChild("name").getValue() + "="
                                + property.getChild("value").getValue()))
                .containsExactly("mine=1", "surefoot.worker.run=run-1", "surefoot.worker.round=2");
    }

    @Test
    void aFileOfSecretsMasksTheChannelToTheForks() throws Exception {
        Map<String, String> secrets = Map.of(SecretsFile.SETTING, "held/secrets");
        Xpp3Dom channel = SurefireConfiguration.copyOf(null)
                .addProperties(secrets)
                .over(new Xpp3Dom("configuration"))
                .getChild("forkNode");
        assertThat(channel.getAttribute("implementation")).endsWith(".RedactingForkNodeFactory");
        assertThat(channel.getChild("secretsFile").getValue()).isEqualTo("held/secrets");
        Xpp3Dom chosen = SurefireConfiguration.copyOf(xml("<forkNode implementation=\"shop.Channel\"/>"))
                .addProperties(secrets)
                .over(new Xpp3Dom("configuration"));
        assertThat(chosen.getChildren("forkNode"))
                .singleElement()
                .satisfies(own -> assertThat(own.getAttribute("implementation")).isEqualTo("shop.Channel"));
        assertThat(SurefireConfiguration.copyOf(null)
                        .addProperties(Map.of("surefoot.worker.run", "run-1"))
                        .over(new Xpp3Dom("configuration"))
                        .getChild("forkNode"))
                .isNull();
    }

    @Test
    void theGoalsDefaultsStandWhereTheUserHasSetNothing() throws Exception {
        Xpp3Dom defaults =
                xml("<forkCount default-value=\"1\">${forkCount}</forkCount><skip>${maven.test.skip}</skip>");
        Xpp3Dom merged =
                SurefireConfiguration.copyOf(xml("<forkCount>4</forkCount>")).over(defaults);
        assertThat(merged.getChild("forkCount").getValue()).isEqualTo("4");
        assertThat(merged.getChild("skip").getValue()).isEqualTo("${maven.test.skip}");
        assertThat(defaults.getChild("forkCount").getValue()).isEqualTo("${forkCount}");
    }

    @Test
    void aListIsJoinedHoweverItIsWritten() throws Exception {
        SurefireConfiguration configuration = SurefireConfiguration.copyOf(
                xml("<a>one, two</a><b><engine> one </engine>" + "<engine>two</engine><engine/></b><c/><d> </d>"));
        assertThat(configuration.list("a")).contains("one, two");
        assertThat(configuration.list("b")).contains("one,two");
        assertThat(configuration.list("c")).isEmpty();
        assertThat(configuration.list("d")).isEmpty();
        assertThat(configuration.list("none")).isEmpty();
    }
}
