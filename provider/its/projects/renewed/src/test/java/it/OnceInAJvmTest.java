package it;

import java.net.URL;
import org.junit.jupiter.api.Test;

/** What it sets, a JVM takes once and for all: renewed workers fail in it from their second round on. */
class OnceInAJvmTest {
    @Test
    void setsTheFactory() {
        URL.setURLStreamHandlerFactory(protocol -> null);
    }

    @Test
    void isAlike() {}
}
