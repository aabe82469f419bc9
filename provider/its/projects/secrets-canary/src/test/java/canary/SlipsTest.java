package canary;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ways that lead past what tests usually do. */
@DisplayNameGeneration(CanaryNames.class)
class SlipsTest {
    @Test
    void asBytes() throws Exception {
        byte[] bytes = Canaries.joined().getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.println();
        System.err.write(bytes);
        System.err.println();
        for (String canary : Canaries.all()) {
            System.out.write(canary.getBytes(StandardCharsets.UTF_16LE));
            System.out.println();
            System.out.write(canary.getBytes(StandardCharsets.UTF_16BE));
            System.out.println();
        }
    }

    @Test
    void escaped() {
        for (String canary : Canaries.all()) {
            System.out.println(canary.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"));
            System.out.println(canary.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e").replace("\"", "\\\""));
            System.out.println(HexFormat.of().withUpperCase().formatHex(canary.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What a child writes goes to the pipes of this JVM. */
    @Test
    void byAChild() throws Exception {
        ProcessBuilder child =
                new ProcessBuilder("sh", "-c", "echo \"child $CANARIES\"; echo \"child $CANARIES\" >&2").inheritIO();
        child.environment().put("CANARIES", Canaries.joined());
        child.start().waitFor();
    }

    @Test
    void nativelyByteByByte() throws Exception {
        for (FileDescriptor descriptor : new FileDescriptor[] {FileDescriptor.out, FileDescriptor.err}) {
            OutputStream stream = new FileOutputStream(descriptor);
            stream.write('\n');
            for (byte b : Canaries.joined().getBytes(StandardCharsets.UTF_8)) {
                stream.write(b);
                Thread.yield();
            }
            stream.write('\n');
        }
    }

    @Test
    void inAnExceptionThatTellsOfItselfInItsOwnWay() {
        throw new OwnWay();
    }

    @Test
    void inAStackFrame() {
        IllegalStateException thrown = new IllegalStateException("see the frames");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("canary." + Canaries.joined(), Canaries.joined(), Canaries.joined(), 1)
        });
        throw thrown;
    }

    /** Without a class or method as its source, a test is named after what is around it. */
    @TestFactory
    Stream<DynamicNode> withoutASource() {
        URI elsewhere = URI.create("https://example.org/");
        return Canaries.all().stream()
                .map(canary -> dynamicContainer(
                        "container " + canary,
                        elsewhere,
                        Stream.of(
                                dynamicTest("test " + canary, elsewhere, () -> System.out.println(canary)),
                                dynamicTest("failing " + canary, elsewhere, () -> {
                                    throw new IllegalStateException(canary);
                                }))));
    }

    private static final class OwnWay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getLocalizedMessage() {
            return "localized " + Canaries.joined();
        }

        @Override
        public String toString() {
            return "own " + Canaries.joined();
        }

        @Override
        public void printStackTrace(PrintStream stream) {
            List.of("printed", Canaries.joined()).forEach(stream::println);
        }

        @Override
        public void printStackTrace(PrintWriter writer) {
            List.of("printed", Canaries.joined()).forEach(writer::println);
        }
    }
}
