package it;

import org.junit.jupiter.api.Test;

class ExcludedChecks {
    @Test
    void isNotRun() {
        throw new AssertionError("its name is in excludes.txt");
    }
}
