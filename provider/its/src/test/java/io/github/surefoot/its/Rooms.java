package io.github.surefoot.its;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rooms of the reactor, as their compilers left them: without what is shaded into their jars later. */
enum Rooms {
    CORE("core"),
    SUREFIRE("surefire"),
    WORKER("worker"),
    NOISE("noise"),
    ANALYSIS("analysis"),
    MAVEN_PLUGIN("maven-plugin");

    static final String MOVED_WHEN_SHIPPED = "org.apache.maven.surefire.junitplatform";

    private static final Map<Rooms, JavaClasses> CLASSES =
            List.of(values()).stream().collect(Collectors.toMap(Function.identity(), Rooms::read));

    private final String directory;

    Rooms(String directory) {
        this.directory = directory;
    }

    /** Returns the root of its packages: {@code io.github.surefoot.core}; the Maven plugin's is {@code ….maven}. */
    String rootPackage() {
        return "io.github.surefoot." + (this == MAVEN_PLUGIN ? "maven" : directory);
    }

    /**
     * Returns the packages its classes may lie in. One class of the provider extends what is private to a package of
     * Surefire; the shipped jar has both moved below the provider's own packages, see {@link ShippedJarsIT}.
     */
    String[] ownPackages() {
        String own = rootPackage() + "..";
        return this == SUREFIRE ? new String[] {own, MOVED_WHEN_SHIPPED} : new String[] {own};
    }

    JavaClasses classes() {
        return Objects.requireNonNull(CLASSES.get(this));
    }

    Path sources() {
        return path("src/main/java");
    }

    /** Returns the packages of this room that have classes, Surefire's left out. */
    List<String> packages() {
        return classes().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(MOVED_WHEN_SHIPPED))
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns where its compiled classes are. */
    Path compiled() {
        return path("target/classes");
    }

    private Path path(String inside) {
        return Path.of(System.getProperty("its.rooms", ".."))
                .resolve(directory)
                .resolve(inside)
                .toAbsolutePath()
                .normalize();
    }

    private JavaClasses read() {
        Path compiled = compiled();
        return Files.isDirectory(compiled)
                ? new ClassFileImporter().withImportOption(Rooms::written).importPath(compiled)
                : new ClassFileImporter().importClasses(List.of());
    }

    /** Leaves out the help goal, which Maven's plugin tools generate. */
    private static boolean written(Location classFile) {
        return !classFile.contains("/surefoot_maven_plugin/");
    }
}
