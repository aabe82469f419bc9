package it;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Like {@link ListsTest}, but nothing is wrong. */
class AgreeingListsTest {
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Linked extends Contract {
        @Override
        boolean holds() {
            return true;
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
