package it;

import org.junit.jupiter.api.Test;

class ServiceIT {
    @Test
    void isOfFailsafe() {}
}
