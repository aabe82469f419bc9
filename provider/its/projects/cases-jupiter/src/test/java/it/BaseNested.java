package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

abstract class BaseNested {
    abstract boolean good();

    @Test
    void outer() {}

    @Nested
    class Inner {
        @Test
        void inner() {
            assertTrue(good(), "contract broken");
        }
    }
}
