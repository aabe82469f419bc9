package io.github.surefoot.noise;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** Begins with the JVM: {@code -javaagent:surefoot-noise.jar=SETTINGS}, in the form of {@link NoiseSettings}. */
public final class NoiseAgent {
    private NoiseAgent() {}

    /**
     * Is called by the JVM before its main class.
     *
     * @param arguments the settings
     * @throws IllegalArgumentException if they are none; the JVM then ends
     */
    public static void premain(String arguments, Instrumentation jvm) throws IOException, URISyntaxException {
        // What rewritten classes call has to be found by every class loader, whatever its parent. From here on the JVM
        // takes
        // all other classes of this jar from there: two of one name would not know each other.
        jvm.appendToBootstrapClassLoaderSearch(new JarFile(jar().toFile()));
        NoiseStart.begin(arguments == null ? "" : arguments, jvm);
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(NoiseAgent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
