package io.github.surefoot.maven.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.maven.classdata.MemoryChoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewingJvmTest {
    private static final String PROVIDER = "/r e p o/surefoot-surefire-provider-1.0.jar";

    @TempDir
    private Path root;

    private static RenewingJvm jvm(String name, String... classPath) {
        return new RenewingJvm(new WorkerJvm("/jdk", name, "17", 17, String.join(File.pathSeparator, classPath)));
    }

    @Test
    void itIsStartedOnTheProvidersJarWithTheClassPathInAFile() throws IOException {
        RenewingJvm jvm = jvm("OpenJDK 64-Bit Server VM", "/p/test-classes", "/lib.jar", PROVIDER);

        assertThat(jvm.obstacle()).isEmpty();
        Path arguments = jvm.write(entry -> entry.startsWith("/p"), false, chosen("-Xmx1g"), root);
        assertThat(root.resolve("renewed.classpath"))
                .hasContent("own /p/test-classes\nlibrary /lib.jar\nlibrary " + PROVIDER);
        assertThat(arguments)
                .content()
                .contains(
                        "\"-javaagent:" + PROVIDER + "\"",
                        "\"-Dsurefoot.loader.classPath=" + root.resolve("renewed.classpath") + "\"",
                        "\"-cp\"\n\"" + PROVIDER + "\"")
                .doesNotContain("Tiered", "GC", "-Xm");
        assertThat(jvm.write(entry -> true, true, chosen("-ea"), root))
                .content()
                .contains(
                        "\"-XX:TieredStopAtLevel=1\"",
                        "\"-XX:+UseSerialGC\"",
                        "\"-Xms64m\"",
                        "\"-XX:+IgnoreUnrecognizedVMOptions\"",
                        "\"-XX:TrimNativeHeapInterval=3000\"");
        assertThat(jvm.write(entry -> true, true, chosen("-XX:+UseG1GC"), root))
                .content()
                .doesNotContain("GC", "-Xm");
    }

    private static MemoryChoice chosen(String argument) {
        return new MemoryChoice(List.of(argument), Map.of());
    }

    @Test
    void whereItCannotBeItIsSaid() {
        assertThat(jvm("Eclipse OpenJ9 VM", PROVIDER).obstacle()).contains("Eclipse OpenJ9 VM has not been tried");
        assertThat(jvm("OpenJDK 64-Bit Server VM", "/p/surefoot-surefire-provider/classes", "/lib.jar")
                        .obstacle())
                .contains("the provider is no jar on the class path of workers");
    }
}
