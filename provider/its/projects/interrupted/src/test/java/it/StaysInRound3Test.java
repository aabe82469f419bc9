package it;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Fails in round 2, and never comes to an end in round 3: says so, and waits for what nobody does. */
class StaysInRound3Test {
    @Test
    void stays() throws Exception {
        int round = Marker.count("stays") + Integer.getInteger("its.before", 0);
        if (round == 3) {
            String last = System.getProperty("its.resists");
            if (last != null) {
                Runtime.getRuntime().addShutdownHook(new Thread(StaysInRound3Test::forEver));
            }
            Files.write(Path.of("target", "stays"), new byte[0]);
            forEver();
        }
        assertNotEquals(2, round, "as it should in this round");
    }

    private static void forEver() {
        CountDownLatch nobody = new CountDownLatch(1);
        while (nobody.getCount() > 0) {
            try {
                nobody.await();
            } catch (InterruptedException e) {
                // It does not give way.
                continue;
            }
        }
    }
}
