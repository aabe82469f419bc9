package it;

import java.io.PrintWriter;
import java.sql.DriverManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Prints by what keeps the streams that it has seen: a handler of the JDK's, and something static that nobody resets. */
class StreamsTest {
    @Test
    void prints() {
        if (DriverManager.getLogWriter() == null) {
            DriverManager.setLogWriter(new PrintWriter(System.out, true));
        }
        DriverManager.println("kept and printed by " + Noted.worker);
        Logger.getLogger("it").warning("logged by " + Noted.worker);
    }
}
