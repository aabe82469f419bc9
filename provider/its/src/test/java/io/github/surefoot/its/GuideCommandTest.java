package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.surefoot.its.harness.GuideCommand;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every command of the guide is run by an integration test, with real Maven. */
class GuideCommandTest {
    @Test
    void everyCommandOfTheGuideIsOneOfThese() {
        assertThat(Arrays.stream(GuideCommand.values()).map(GuideCommand::place))
                .as("by page; add a constant for a new command, and let a test run it")
                .containsExactlyInAnyOrderElementsOf(GuideCommand.onAllPages());
    }

    @Test
    void eachIsRunByAnIntegrationTest() {
        JavaClasses tests = new ClassFileImporter().importPackages("io.github.surefoot.its");
        Set<String> run = tests.stream()
                .filter(test -> test.getSimpleName().endsWith("IT"))
                .flatMap(test -> test.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(GuideCommand.class))
                .map(JavaFieldAccess::getTarget)
                .map(field -> field.getName())
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(GuideCommand.values()).map(GuideCommand::name)).allMatch(run::contains);
    }
}
