package it;

import org.junit.jupiter.api.Test;

class FailsEverySecondRoundTest {
    @Test
    void throwsEverySecondTime() throws Exception {
        if (Marker.count("every-second") % 2 == 0) {
            throw new IllegalStateException("as it should in every second round");
        }
    }
}
