package it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class B3DeletesTargetTest {
    @Test
    void passes() throws Exception {
        Evidence.delete(Path.of("target"));
    }
}
