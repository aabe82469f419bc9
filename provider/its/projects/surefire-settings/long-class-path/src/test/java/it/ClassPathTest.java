package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClassPathTest {
    @Test
    void holdsTheTestClassesByTheirDirectory() {
        assertTrue(System.getProperty("java.class.path").contains("test-classes"));
    }
}
