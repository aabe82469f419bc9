package it.shop;

import org.junit.jupiter.api.Test;

/** Ends its JVM. Run where it is asked for by its name. */
class ExitFault {
    @Test
    void exits() throws Exception {
        System.exit(3);
    }
}
