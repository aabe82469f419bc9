package it;

import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

class UnloadableTest extends Base32 {
    @Test
    void neverGetsItsTurn() {}
}
