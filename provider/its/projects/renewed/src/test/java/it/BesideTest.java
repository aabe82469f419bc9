package it;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BesideTest {
    @RepeatedTest(4)
    void sameClasses() throws Exception {
        assertSame(Counter.class, Thread.currentThread().getContextClassLoader().loadClass("it.Counter"));
    }
}
