package it;

import org.junit.jupiter.api.BeforeAll;

/** Its setup fails in round 2. */
class FirstTest extends BaseNested {
    @BeforeAll
    static void setUp() {
        if (Marker.count("first") == 2) {
            throw new IllegalStateException("the second time only");
        }
    }

    @Override
    boolean good() {
        return true;
    }
}
