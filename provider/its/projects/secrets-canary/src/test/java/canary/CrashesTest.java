package canary;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Ends its JVM, in the way that CANARY_END names. */
class CrashesTest {
    @Test
    @EnabledIfEnvironmentVariable(named = "CANARY_END", matches = "halt")
    void halts() throws Exception {
        System.out.println("last words " + Canaries.joined());
        new FileOutputStream(FileDescriptor.err)
                .write(("fatal error: " + Canaries.joined() + "\n").getBytes(StandardCharsets.UTF_8));
        new FileOutputStream(FileDescriptor.out)
                .write(("fatal error: " + Canaries.joined() + "\n").getBytes(StandardCharsets.UTF_8));
        Runtime.getRuntime().halt(3);
    }

    /** A real crash of the JVM, whose report is written with the canary in the name of the thread. */
    @Test
    @EnabledIfEnvironmentVariable(named = "CANARY_END", matches = "segv")
    void crashes() throws Exception {
        Thread thread = new Thread(CrashesTest::writeToNowhere, Canaries.joined());
        thread.start();
        thread.join();
    }

    private static void writeToNowhere() {
        try {
            var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            ((sun.misc.Unsafe) field.get(null)).putAddress(0, 0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CANARY_END", matches = "exit")
    void exits() {
        System.err.println("exit " + Canaries.joined());
        System.exit(2);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CANARY_END", matches = "hang")
    void hangs() throws InterruptedException {
        Thread.currentThread().setName(Canaries.joined());
        System.out.print("hanging with " + Canaries.joined());
        Thread.sleep(600_000);
    }
}
