package io.github.surefoot.surefire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that are run by probes alone: their names are none by which Surefire finds tests. */
final class Probed {
    private Probed() {}

    /** Set by a test that leaves something behind. */
    static boolean dirty;

    static class Polluter {
        @Test
        void pollutes() {
            dirty = true;
        }

        @Test
        void harmless() {}
    }

    static class Victim {
        @Test
        void looks() {
            boolean before = dirty;
            dirty = false;
            assertThat(before)
                    .as("dirt " + System.getProperty("probed.secret", ""))
                    .isFalse();
        }

        @Test
        void assumes() {
            Assumptions.assumeTrue(dirty);
        }

        @Test
        @Tag("slow")
        void tagged() {}
    }

    static class Leaking {
        @Test
        void leaks() {
            System.setProperty("probed.canary-4711-value", "canary-4711-value");
        }
    }

    static class Unready {
        @BeforeAll
        static void fails() {
            throw new IllegalStateException("not ready");
        }

        @Test
        void neverRuns() {}
    }

    static class Standing {
        @Test
        void stands() throws InterruptedException {
            System.out.println("standing");
            new CountDownLatch(1).await();
        }
    }

    static class Halting {
        @Test
        void halts() {
            Runtime.getRuntime().halt(3);
        }
    }
}
