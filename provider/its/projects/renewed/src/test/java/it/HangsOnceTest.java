package it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Hangs in the first renewed worker that runs it, if asked to, and never again. */
class HangsOnceTest {
    @Test
    void once() throws Exception {
        if (Boolean.getBoolean("it.fatal")
                && OnlyRenewed.is()
                && Path.of("target", "hangs").toFile().createNewFile()) {
            Thread.sleep(600_000);
        }
    }
}
