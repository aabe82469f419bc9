package io.github.surefoot.surefire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.TestIdentifier;

/** By which failures a test is seen to have met classes of an earlier run: those whose message the JVM makes so. */
class OlderClassesTest {
    private static final String TWO =
            "class own.Bean cannot be cast to class own.Bean (own.Bean is in unnamed module of loader"
                    + " io.github.surefoot.surefire.loader.RoundLoader @681a9515; own.Bean is in unnamed module of loader"
                    + " io.github.surefoot.surefire.loader.RoundLoader @1b2c3d4e)";
    private static final String ONE =
            "class java.lang.String cannot be cast to class own.Bean (java.lang.String is in module"
                    + " java.base of loader 'bootstrap'; own.Bean is in unnamed module of loader"
                    + " io.github.surefoot.surefire.loader.RoundLoader @1b2c3d4e)";

    private static boolean met(@Nullable Throwable thrown) {
        OlderClasses older = new OlderClasses();
        TestIdentifier test = TestIdentifier.from(new EngineDescriptor(UniqueId.forEngine("any"), "any"));
        older.executionFinished(
                test, thrown == null ? TestExecutionResult.successful() : TestExecutionResult.failed(thrown));
        return older.met();
    }

    @Test
    void twoClassesOfOneNameAreToldByTheirLoadersHoweverDeepTheCauseIs() {
        assertThat(met(new ClassCastException(TWO))).isTrue();
        assertThat(met(new LinkageError(TWO))).isTrue();
        assertThat(met(new IllegalStateException(new RuntimeException("no", new ClassCastException(TWO)))))
                .isTrue();
    }

    @Test
    void noOtherFailureTellsOfThem() {
        assertThat(met(null)).isFalse();
        assertThat(met(new ClassCastException(ONE))).isFalse();
        assertThat(met(new ClassCastException())).isFalse();
        assertThat(met(new AssertionError(TWO))).as("what a test says itself").isFalse();
    }

    @Test
    void onceMetItStaysSo() {
        OlderClasses older = new OlderClasses();
        TestIdentifier test = TestIdentifier.from(new EngineDescriptor(UniqueId.forEngine("any"), "any"));
        older.executionFinished(test, TestExecutionResult.failed(new ClassCastException(TWO)));
        older.executionFinished(test, TestExecutionResult.successful());

        assertThat(older.met()).isTrue();
    }
}
