package it.shop;

import org.junit.jupiter.api.Test;

/** Kills its JVM. Run where it is asked for by its name. */
class KillFault {
    @Test
    void isKilled() throws Exception {
        Signals.send("KILL");
    }
}
