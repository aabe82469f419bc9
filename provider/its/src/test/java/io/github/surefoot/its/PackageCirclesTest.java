package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule on circles bites: planted ones make the very rule fail that {@link ArchitectureTest} asks of each room. */
class PackageCirclesTest {
    private static final String PLANTED = "io.github.surefoot.its.planted.";

    @ParameterizedTest
    @CsvSource({
        "root,     root.Outer,              root.below.Inner",
        "nested,   nested.room.Room,        nested.room.corner.Corner",
        "siblings, siblings.room.left.Left, siblings.room.right.Right",
    })
    void aPlantedCircleIsFound(String root, String one, String other) {
        EvaluationResult result = evaluate(root);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().getDetails())
                .singleElement()
                .asString()
                .contains(PLANTED + one, PLANTED + other);
    }

    @Test
    void packagesThatKnowOneAnotherOneWayAreNoCircle() {
        assertThat(evaluate("sound").hasViolation()).isFalse();
    }

    private static EvaluationResult evaluate(String root) {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED + root);
        assertThat(planted.size()).isGreaterThanOrEqualTo(4);
        return PackageCircles.none(PLANTED + root).evaluate(planted);
    }
}
