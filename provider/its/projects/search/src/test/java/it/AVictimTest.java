package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.surefoot.worker.secret.Secrets;
import org.junit.jupiter.api.Test;

class AVictimTest {
    @Test
    void isClean() {
        assertFalse(Shared.dirty, "dirty, with " + Secrets.get("API_KEY"));
    }
}
