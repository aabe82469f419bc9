package canary;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class PrintsTest {
    @Test
    void onBothStreams() {
        for (PrintStream stream : new PrintStream[] {System.out, System.err}) {
            Canaries.all().forEach(stream::println);
            stream.printf("formatted %s%n", Canaries.joined());
            stream.print(Canaries.joined());
            stream.println();
        }
    }

    @Test
    void bitByBit() {
        for (String canary : Canaries.all()) {
            canary.chars().forEach(c -> System.out.print((char) c));
            System.out.println();
            for (byte b : canary.getBytes(StandardCharsets.UTF_8)) {
                System.err.write(b);
            }
            System.err.println();
            System.out.print(canary.substring(0, 5));
            System.out.println(canary.substring(5));
        }
    }

    @Test
    void encoded() {
        for (String canary : Canaries.all()) {
            byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
            System.out.println(Base64.getEncoder().encodeToString(bytes));
            System.out.println(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            System.out.println("Authorization: Basic "
                    + Base64.getEncoder().encodeToString(("user:" + canary).getBytes(StandardCharsets.UTF_8)));
            System.out.println("https://host/?key=" + URLEncoder.encode(canary, StandardCharsets.UTF_8) + "&x=1");
            System.out.println("{\"key\": \"" + canary + "\"}");
            System.out.println(Arrays.toString(bytes));
        }
    }

    @Test
    void throughALogger(TestReporter reporter) {
        Logger.getLogger("canary").warning("logged " + Canaries.joined());
        reporter.publishEntry("published", Canaries.joined());
    }

    /** Past System.out: Surefire finds it on the pipe between the JVMs. */
    @Test
    void toTheFileDescriptors() throws Exception {
        byte[] bytes = ("\nnative " + Canaries.joined() + "\n").getBytes(StandardCharsets.UTF_8);
        for (FileDescriptor descriptor : new FileDescriptor[] {FileDescriptor.out, FileDescriptor.err}) {
            new FileOutputStream(descriptor).write(bytes);
        }
    }

    @Test
    void whenTheJvmEnds() {
        String canaries = Canaries.joined();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("at the end " + canaries);
            System.err.println("at the end " + canaries);
        }));
    }

    @Test
    void intoSystemProperties() {
        System.setProperty("canary", Canaries.joined());
        System.setProperty(Canaries.all().get(0), "as a key");
    }

    @Test
    void inAThreadThatDies() throws InterruptedException {
        String canaries = Canaries.joined();
        Thread thread = new Thread(() -> {
            throw new IllegalStateException(canaries);
        }, canaries);
        thread.start();
        thread.join();
    }
}
