package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One Surefoot round finds, runs, names and judges the tests of every framework as Surefire alone does. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class SameAsPlainSurefireIT {
    @Test
    @OnProject("junit4-only")
    void junit4Alone(Project project) {
        new SameOutcomes(project).hold(6);
    }

    @Test
    @OnProject("jupiter")
    void jupiterOfTheOldestLine(Project project) {
        new SameOutcomes(project, "-Djunit.version=5.10.5").hold(17);
    }

    @Test
    @OnProject("jupiter")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void jupiter511(Project project) {
        new SameOutcomes(project, "-Djunit.version=5.11.4").hold(17);
    }

    @Test
    @OnProject("jupiter")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void jupiter512(Project project) {
        new SameOutcomes(project, "-Djunit.version=5.12.2").hold(17);
    }

    @Test
    @OnProject("jupiter")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void jupiter513(Project project) {
        new SameOutcomes(project, "-Djunit.version=5.13.4").hold(17);
    }

    @Test
    @OnProject("jupiter")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void jupiter60(Project project) {
        new SameOutcomes(project, "-Djunit.version=6.0.3").hold(17);
    }

    @Test
    @OnProject("jupiter")
    void jupiterOfTheLastLineOf5(Project project) {
        new SameOutcomes(project).hold(17);
    }

    @Test
    @OnProject("jupiter")
    void jupiter6(Project project) {
        new SameOutcomes(project, "-Djunit.version=6.1.3").hold(17);
    }

    @Test
    @OnProject("jupiter")
    void groups(Project project) {
        new SameOutcomes(project, "-Dgroups=unit | security", "-DexcludedGroups=integration").hold(2);
    }

    @Test
    @OnProject("jupiter")
    void oneMethodByName(Project project) {
        new SameOutcomes(project, "-Dtest=ShapesTest#numbers").hold(3);
    }

    @Test
    @OnProject("vintage-mixed")
    void jupiterAndJUnit4SideBySide(Project project) {
        new SameOutcomes(project).hold(2);
    }

    @Test
    @OnProject("testng")
    void testNg(Project project) {
        new SameOutcomes(project).hold(5);
    }

    @Test
    @OnProject("kotlin")
    void kotlin(Project project) {
        new SameOutcomes(project).hold(6);
    }

    @Test
    @OnProject("spock")
    void spock(Project project) {
        new SameOutcomes(project).hold(8);
    }

    @Test
    @OnProject("spock")
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "part of the whole matrix")
    void spockOnGroovy5(Project project) {
        new SameOutcomes(project, "-Dgroovy.version=5.0.8", "-Dspock.version=2.4-groovy-5.0").hold(8);
    }

    @Test
    @OnProject("jpms")
    void aModuleOnTheModulePath(Project project) {
        new SameOutcomes(project).hold(2);
    }

    @Test
    @OnProject(value = "jupiter", jvms = Jvms.OF_USERS, directory = "größer als früher – проект")
    void aPathWithSpacesAndLettersBeyondAscii(Project project) {
        assertThat(project.directory().toString()).contains(" ").contains("ö").contains("п");
        new SameOutcomes(project).hold(17);
    }
}
