package it;

import org.junit.jupiter.api.Test;

/** What it prints is forbidden, and only renewed workers have it printed. */
class SaysSoRenewedTest {
    @Test
    void prints() {
        if (OnlyRenewed.is()) {
            System.out.println(OnlyRenewed.message());
        }
    }
}
