package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** In two suites; it fails in one. */
@ExtendWith(Common.Where.class)
class Common {
    static volatile String id = "";

    @Test
    void works() {
        assertFalse(id.contains("SuiteBTest"), "broken in B only");
    }

    @Test
    void other() {}

    static class Where implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            id = context.getUniqueId();
        }
    }
}
