package it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ends its JVM in the first renewed worker that runs it, if asked to, and never again. */
class DiesOnceTest {
    @Test
    void once() throws Exception {
        if (Boolean.getBoolean("it.fatal")
                && OnlyRenewed.is()
                && Path.of("target", "dies").toFile().createNewFile()) {
            Runtime.getRuntime().halt(3);
        }
    }
}
