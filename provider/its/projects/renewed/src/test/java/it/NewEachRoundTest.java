package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Passes only where everything is as in a JVM that has run nothing before. */
@Tag("security")
class NewEachRoundTest {
    private static int runs;

    @Test
    void staticState() {
        assertEquals(1, ++runs);
    }

    @Test
    void stateOfTheJvm() {
        assertNull(System.getProperty("it.left"));
        System.setProperty("it.left", "behind");
        assertTrue(!Locale.getDefault().getLanguage().equals("tlh"));
        Locale.setDefault(Locale.forLanguageTag("tlh"));
        System.out.println("printed by " + Noted.worker);
    }

    @Test
    void systemResourcesAndPoolThreads() throws Exception {
        assertNotNull(ClassLoader.getSystemResource("of-the-project.txt"));
        Class<?> inPool = CompletableFuture.supplyAsync(() -> {
                    try {
                        return Thread.currentThread().getContextClassLoader().loadClass("it.Counter");
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .get();
        assertSame(Counter.class, inPool);
        assertTrue(System.getProperty("java.class.path").contains("test-classes"));
        assertTrue(!System.getProperty("java.class.path").contains("surefire-provider"));
    }
}
