package it;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QuickAndSlowTest {
    @Test
    void quick() {}

    @Tag("slow")
    @Test
    void slow() {}
}
