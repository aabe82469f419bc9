package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

abstract class Contract {
    /** Both subclasses' tests have started before either goes on. */
    static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);

    abstract boolean holds();

    @Nested
    class Adding {
        @Test
        void adds() throws Exception {
            BOTH_RUN.await(20, TimeUnit.SECONDS);
            assertTrue(holds(), "Linked is wrong");
        }
    }
}
