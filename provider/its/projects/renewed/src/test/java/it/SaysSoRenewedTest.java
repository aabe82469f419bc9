package it;

import org.junit.jupiter.api.Test;

/** What it prints is forbidden, and only renewed workers have it printed. */
class SaysSoRenewedTest {
    @Test
    void prints() {
        if (!ClassLoader.getSystemClassLoader().getClass().getName().startsWith("jdk.")) {
            System.out.println("it.StoreException: unable to open database file");
        }
    }
}
