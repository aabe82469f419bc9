package canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefoot.worker.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HoldsTest {
    /** Compared by digest, so that the project need not be told the values. */
    @Test
    void theRightValues() throws Exception {
        byte[] bytes = Canaries.joined().getBytes(StandardCharsets.UTF_8);
        boolean same = System.getenv("CANARY_SHA256")
                .equals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertTrue(same, "the secrets are others than the build was given");
        assertEquals(Secrets.get("API_KEY").length(), String.valueOf(System.getenv("API_KEY")).length());
        assertNull(System.getenv("JWT_SECRET_KEY"));
        assertNull(System.getenv("JWT_ENCRYPTION_KEY"));
        assertEquals("environment", Secrets.source("API_KEY").orElseThrow());
        assertEquals("dotenv", Secrets.source("JWT_SECRET_KEY").orElseThrow());
        assertEquals("settings.xml", Secrets.source("JWT_ENCRYPTION_KEY").orElseThrow());
    }
}
