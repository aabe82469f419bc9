package io.github.surefoot.analysis.evidence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.analysis.evidence.matching.UniqueIdPath.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueIdPathTest {
    private static final String CLASS = "[engine:junit-jupiter]/[class:shop.CartTest]/[nested-class:Empty]";

    @Test
    void isTakenApart() {
        UniqueIdPath path = UniqueIdPath.of("[engine:e]/[:x]/[test:a[1]: b/c]");

        assertThat(path.segments())
                .containsExactly(new Segment("engine", "e"), new Segment("", "x"), new Segment("test", "a[1]: b/c"));
        assertThat(path.last()).isEqualTo(new Segment("test", "a[1]: b/c"));
        assertThat(path.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "[e]", "engine:e", "[engine:e", "engine:e]", "[engine:e]/[test]"})
    void whatIsOfAnotherFormHasNoSegments(String uniqueId) {
        UniqueIdPath path = UniqueIdPath.of(uniqueId);

        assertThat(path.isEmpty()).isTrue();
        assertThat(path.owner().isEmpty()).isTrue();
        assertThat(path.parent().isEmpty()).isTrue();
        assertThat(path.isInvocation()).isFalse();
        assertThat(path.classes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/[method:a()]",
                "/[test:a]",
                "/[test-template:a()]",
                "/[test-template:a()]/[test-template-invocation:#1]",
                "/[test-factory:a()]/[dynamic-container:#1]/[dynamic-test:#2]",
                "/[something:new]"
            })
    void aTestBelongsToTheClassesItIsIn(String within) {
        assertThat(UniqueIdPath.of(CLASS + within).owner()).isEqualTo(UniqueIdPath.of(CLASS));
    }

    @Test
    void theWayUpEndsAboveTheEngine() {
        UniqueIdPath ofClass = UniqueIdPath.of("[engine:e]/[class:C]");

        assertThat(ofClass.parent()).isEqualTo(UniqueIdPath.of("[engine:e]"));
        assertThat(ofClass.parent().parent().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "[engine:e]/[test-template:a()]/[test-template-invocation:#1], true",
        "[engine:testng]/[class:C]/[method:a(int)]/[invoc:0], true",
        "[engine:e]/[test-template:a()], false",
        "[engine:e]/[test-factory:a()]/[dynamic-test:#1], false"
    })
    void invocationsAreThoseOfTemplatesAndOfDataProviders(String uniqueId, boolean invocation) {
        assertThat(UniqueIdPath.of(uniqueId).isInvocation()).isEqualTo(invocation);
    }

    @Test
    void anEngineMayRunWithinAnother() {
        UniqueIdPath path = UniqueIdPath.of("[engine:suites]/[suite:All]/[engine:testng]/[class:C]");

        assertThat(path.isOf("suites")).isTrue();
        assertThat(path.isOf("testng")).isTrue();
        assertThat(path.isOf("C")).isFalse();
        assertThat(path.classes()).containsExactly("All", "C");
    }

    @Test
    void namesAreTakenApartToo() {
        assertThat(BinaryName.enclosing("shop.CartTest$Empty$Deep")).isEqualTo("shop.CartTest$Empty");
        assertThat(BinaryName.enclosing("shop.CartTest")).isEmpty();
        assertThat(BinaryName.enclosing("$Odd")).isEmpty();
        assertThat(TestName.template("sums(int)[2][1]")).isEqualTo("sums(int)[2]");
        assertThat(TestName.template("sums")).isEmpty();
        assertThat(TestName.template("[1]")).isEmpty();
        assertThat(TestName.ofContainer("each()")).isEqualTo("each");
        assertThat(TestName.ofContainer("each(int)")).isEqualTo("each(int)");
        assertThat(TestName.number("sums(int)[12]")).isEqualTo(12);
        assertThat(TestName.number("sums")).isZero();
    }
}
