package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.probe.StateChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes with state a test can read, and where their fields are declared, as the compiler's files tell. */
class ProjectClassesTest {
    @TempDir
    Path dir;

    private ProjectClasses classes;

    @BeforeEach
    void compile() throws IOException {
        source("Registry", """
                class Registry {
                    static final String NAME = "constant";
                    static boolean open;
                    static final java.util.List<String> ALL =
                            new java.util.ArrayList<>();
                }
                """);
        source("Service", "class Service { int size() { return Registry.ALL.size(); } }");
        source("Stranger", "class Stranger { static int number = 3; }");
        source("Pure", "class Pure { static final int ONE = 1; }");
        source(
                "ServiceTest",
                "class ServiceTest { Object test() { return new Service().size() + Pure.class.getName(); } }");
        classes = ProjectClasses.of(
                List.of(dir.toString(), dir.resolve("Registry.java").toString(), "/nowhere"));
    }

    private void source(String name, String text) throws IOException {
        Path file = Files.writeString(dir.resolve(name + ".java"), text);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-cp", dir.toString(), "-d", dir.toString(), file.toString());
        assertThat(result).isZero();
    }

    private static StateChange field(String name) {
        return new StateChange(StateChange.Sort.FIELD, name, "", "", 0, "is another");
    }

    @Test
    void whatATestRefersToThroughOthersIsReadByIt() throws IOException {
        assertThat(classes.withStateReadBy("ServiceTest")).containsExactly("Registry");
        assertThat(classes.withStateReadBy("NoTest")).isEmpty();
    }

    @Test
    void aFieldIsDeclaredWhereItGetsItsFirstValue() throws IOException {
        assertThat(classes.placed(field("Registry#ALL")).place()).isEqualTo("Registry.java:4");
        assertThat(classes.placed(field("Registry#open")).place()).isEqualTo("Registry.java");
        assertThat(classes.placed(field("NoClass#open")).place()).isEmpty();
        StateChange property = new StateChange(StateChange.Sort.PROPERTY, "the system property a", "", "", 0, "is set");
        assertThat(classes.placed(property)).isEqualTo(property);
    }

    @Test
    void aFileThatIsNoClassFileTellsNothing() throws IOException {
        byte[] later = Files.readAllBytes(dir.resolve("Stranger.class"));
        later[7] = 120;
        Files.write(dir.resolve("Stranger.class"), later);

        assertThat(classes.withStateReadBy("Stranger")).isEmpty();
    }
}
