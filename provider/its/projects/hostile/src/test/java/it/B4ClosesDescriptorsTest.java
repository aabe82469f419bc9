package it;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class B4ClosesDescriptorsTest {
    @Test
    void passes() throws Exception {
        Class<?> dispatcher = Class.forName("sun.nio.ch.FileDispatcherImpl");
        Method close = dispatcher.getDeclaredMethod("closeIntFD", int.class);
        close.setAccessible(true);
        File[] open = new File("/proc/self/fd").listFiles();
        for (File descriptor : open) {
            String file = Files.isSymbolicLink(descriptor.toPath())
                    ? Files.readSymbolicLink(descriptor.toPath()).toString()
                    : "";
            // Those of jars and modules would only keep the JVM from loading classes.
            if (!file.endsWith(".jar") && !file.endsWith("/modules")) {
                close.invoke(null, Integer.parseInt(descriptor.getName()));
            }
        }
    }
}
