package it;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Prints whole lines, and lines that are finished only a while later; long enough for a line to begin at some full second. */
class TalksTest {
    @Test
    void talks() throws InterruptedException {
        for (int i = 1; i <= 6; i++) {
            System.out.println("whole line " + i + ".");
            System.out.print("half a line " + i);
            System.out.flush();
            TimeUnit.MILLISECONDS.sleep(300);
            System.out.println(", and the other half.");
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }
}
