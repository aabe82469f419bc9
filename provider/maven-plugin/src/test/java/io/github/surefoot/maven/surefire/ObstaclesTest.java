package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.maven.round.FakeSurefire;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class ObstaclesTest {
    private static Xpp3Dom configuration(String name, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(name);
        child.setValue(value);
        configuration.addChild(child);
        return configuration;
    }

    private static Optional<String> first(Xpp3Dom configuration, Map<String, String> environment) {
        return new Obstacles(new FakeSurefire().surefire(configuration), environment::get).toClassData();
    }

    private static Optional<String> argLine(String arguments) {
        return first(configuration("argLine", arguments), Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-Xmx1g -ea -Dcp=-cp.is.no.argument -XX:+UseZGC",
                "--add-opens java.base/java.lang=ALL-UNNAMED --enable-native-access=ALL-UNNAMED",
                "@{argLine} -Xlog:class+load:file=target/x.log",
                "-Dmail=a@b -Dpath=/x/-p/y -Dname='a -b'"
            })
    void whatDoesNotChooseClassesIsNone(String arguments) {
        assertThat(argLine(arguments)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:/jacoco.jar=destfile=x",
                "-Xmx1g  -agentlib:jdwp=x",
                "-agentpath:/x.so",
                "-Xshare:off",
                "-XX:SharedArchiveFile=x",
                "-XX:+AutoCreateSharedArchive",
                "-XX:ArchiveClassesAtExit=x",
                "-XX:AOTCache=x",
                "-Xbootclasspath/a:x",
                "--patch-module a=b",
                "--limit-modules a",
                "-cp x",
                "-ea @more.args",
                "\"@with space.args\"",
                "-Djava.system.class.loader=x.Y"
            })
    void whatChoosesClassesArchivesOrAgentsIsNamed(String arguments) {
        assertThat(argLine(arguments))
                .hasValueSatisfying(why -> assertThat(why).startsWith("workers get the JVM argument "));
    }

    private static Optional<String> toRenewal(Xpp3Dom configuration) {
        return new Obstacles(new FakeSurefire().surefire(configuration), Map.<String, String>of()::get).toRenewal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-javaagent:/jacoco.jar=destfile=x", "-agentlib:jdwp=x", "-Xshare:off", "@{argLine}"})
    void agentsAndArchivesDoNotKeepClassesFromBeingRenewed(String arguments) {
        assertThat(toRenewal(configuration("argLine", arguments))).isEmpty();
    }

    @Test
    void whatChoosesClassesDoes() {
        assertThat(toRenewal(configuration("argLine", "-cp x"))).contains("workers get the JVM argument -cp");
        assertThat(toRenewal(configuration("reuseForks", "false")))
                .contains("the project sets reuseForks=false, a JVM for each class");
        assertThat(toRenewal(configuration("useManifestOnlyJar", "true")))
                .contains("the project sets Surefire's useManifestOnlyJar");
        assertThat(toRenewal(configuration("debugForkedProcess", "true"))).contains("workers wait for a debugger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"useManifestOnlyJar", "useSystemClassLoader", "childDelegation"})
    void howSurefireGivesTheClassPathIsOfNoMatterWhereSurefireStartsNothing(String parameter) {
        Obstacles obstacles = new Obstacles(
                new FakeSurefire().surefire(configuration(parameter, "false")), Map.<String, String>of()::get);

        assertThat(obstacles.toRenewalOfProbes()).isEmpty();
        assertThat(obstacles.toClassDataOfProbes()).isEmpty();
    }

    @Test
    void whatChoosesClassesMattersThereToo() {
        assertThat(ofProbes("argLine", "-cp x")).contains("workers get the JVM argument -cp");
        assertThat(ofProbes("reuseForks", "false")).contains("the project sets reuseForks=false, a JVM for each class");
    }

    private static Optional<String> ofProbes(String parameter, String value) {
        return new Obstacles(
                        new FakeSurefire().surefire(configuration(parameter, value)), Map.<String, String>of()::get)
                .toRenewalOfProbes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"useManifestOnlyJar", "useSystemClassLoader", "childDelegation"})
    void theProjectsChoiceStands(String parameter) {
        assertThat(first(configuration(parameter, "false"), Map.of()))
                .contains("the project sets Surefire's " + parameter);
    }

    @Test
    void aClassPathThatFitsIntoNoEnvironmentIsLeftAlone() {
        assertThat(first(configuration("additionalClasspathElements", "/a".repeat(60_000)), Map.of()))
                .hasValueSatisfying(why -> assertThat(why).contains("too long"));
        assertThat(first(configuration("additionalClasspathElements", "/a".repeat(40_000)), Map.of()))
                .isEmpty();
    }

    @Test
    void argumentsFromTheEnvironmentCountToo() {
        Xpp3Dom nothing = new Xpp3Dom("configuration");

        assertThat(first(nothing, Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"))).isEmpty();
        assertThat(first(nothing, Map.of("JAVA_TOOL_OPTIONS", "-javaagent:x.jar")))
                .contains("workers get JVM arguments from JAVA_TOOL_OPTIONS");

        Xpp3Dom variables = new Xpp3Dom("environmentVariables");
        variables.addChild(configuration("JDK_JAVA_OPTIONS", "x").getChild(0));
        Xpp3Dom configured = new Xpp3Dom("configuration");
        configured.addChild(variables);
        assertThat(first(configured, Map.of())).contains("workers get JVM arguments from JDK_JAVA_OPTIONS");
    }
}
