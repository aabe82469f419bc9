package it.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class ShopIT {
    @Test
    void asksTheServer() throws Exception {
        assertEquals("hello cart", Server.ask("cart"));
    }

    @Test
    void isRunAgainstTheJar() {
        String place = Server.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        assertTrue(place.endsWith(".jar"), place);
    }

    /** Fails the time that it is told to fail, counted over all JVMs. */
    @Test
    void failsOnce() throws Exception {
        Path runs = Path.of("target", "runs");
        Files.write(runs, new byte[] {'.'}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertNotEquals(Long.getLong("it.fails", 0), Files.size(runs), "as it should this time");
    }

    /** Does what it is told to do. */
    @Test
    void mayDie() throws Exception {
        switch (System.getProperty("it.fault", "none")) {
            case "halt" -> Runtime.getRuntime().halt(3);
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            default -> assertEquals("none", System.getProperty("it.fault", "none"));
        }
    }

    @Test
    @Disabled("to be told of")
    void isSkipped() {}
}
