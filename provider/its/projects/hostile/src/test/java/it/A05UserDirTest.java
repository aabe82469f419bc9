package it;

import org.junit.jupiter.api.Test;

class A05UserDirTest {
    @Test
    void passes() {
        System.setProperty("user.dir", "/");
    }
}
