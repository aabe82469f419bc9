package it;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class IsolatedTest {
    @Test
    void isLoadedByTheLoaderOfItsThread() {
        assertSame(Thread.currentThread().getContextClassLoader(), IsolatedTest.class.getClassLoader());
    }
}
