package io.github.surefoot.maven.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.classdata.WorkerJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
        Path arguments = jvm.write(entry -> entry.startsWith("/p"), false, root);
        assertThat(root.resolve("renewed.classpath"))
                .hasContent("own /p/test-classes\nlibrary /lib.jar\nlibrary " + PROVIDER);
        assertThat(arguments)
                .content()
                .contains(
                        "\"-javaagent:" + PROVIDER + "\"",
                        "\"-Dsurefoot.loader.classPath=" + root.resolve("renewed.classpath") + "\"",
                        "\"-cp\"\n\"" + PROVIDER + "\"")
                .doesNotContain("Tiered");
        assertThat(jvm.write(entry -> true, true, root)).content().contains("\"-XX:TieredStopAtLevel=1\"");
    }

    @Test
    void whereItCannotBeItIsSaid() {
        assertThat(jvm("Eclipse OpenJ9 VM", PROVIDER).obstacle()).contains("Eclipse OpenJ9 VM has not been tried");
        assertThat(jvm("OpenJDK 64-Bit Server VM", "/p/surefoot-surefire-provider/classes", "/lib.jar")
                        .obstacle())
                .contains("the provider is no jar on the class path of workers");
    }
}
