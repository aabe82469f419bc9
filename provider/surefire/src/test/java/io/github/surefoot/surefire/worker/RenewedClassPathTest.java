package io.github.surefoot.surefire.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.surefoot.surefire.loader.RoundClassPath;
import io.github.surefoot.surefire.loader.RoundClassPath.Entry;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewedClassPathTest {
    private static final RoundClassPath TOLD =
            new RoundClassPath(List.of(new Entry(Path.of("/p/classes"), true), new Entry(Path.of("/lib.jar"), false)));

    @Test
    void whatSurefireAsksForIsTheClassPathThatItHas() {
        assertThatCode(() -> RenewedClassPath.check("/p/classes/" + File.pathSeparator + "/lib.jar", TOLD))
                .doesNotThrowAnyException();
    }

    @Test
    void onAnotherOneNoTestRuns() {
        for (String other : List.of(
                "", "/lib.jar", "/lib.jar" + File.pathSeparator + "/p/classes", "/p/classes" + File.pathSeparator)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> RenewedClassPath.check(other, TOLD))
                    .withMessageContaining("another class path")
                    .withMessageEndingWith("-Dsurefoot.workers.kind=fresh.");
        }
    }
}
