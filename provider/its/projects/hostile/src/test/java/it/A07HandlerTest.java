package it;

import org.junit.jupiter.api.Test;

class A07HandlerTest {
    @Test
    void passes() {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> Runtime.getRuntime().halt(66));
    }
}
