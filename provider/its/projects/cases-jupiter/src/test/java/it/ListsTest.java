package it;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two nested classes inherit one contract and run beside each other; one breaks it. */
class ListsTest {
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Linked extends Contract {
        @Override
        boolean holds() {
            return false;
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Array extends Contract {
        @Override
        boolean holds() {
            return true;
        }
    }
}
