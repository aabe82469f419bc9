package io.github.surefoot.its;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rooms of the reactor and what may pass between them. */
class ArchitectureTest {
    private static final String OURS = "io.github.surefoot..";
    private static final String JSPECIFY = "org.jspecify..";
    private static final String[] SUREFIRE = {"org.apache.maven.surefire..", "org.apache.maven.plugin.surefire.."};

    /** What a room may know of the others; itself it may always know. */
    private static final Map<Rooms, Set<Rooms>> MAY_KNOW = Map.of(
            Rooms.CORE, Set.of(),
            Rooms.SUREFIRE, Set.of(Rooms.CORE),
            Rooms.WORKER, Set.of(Rooms.CORE),
            Rooms.NOISE, Set.of(),
            Rooms.ANALYSIS, Set.of(Rooms.CORE),
            Rooms.MAVEN_PLUGIN, Set.of(Rooms.CORE, Rooms.ANALYSIS));

    @ParameterizedTest
    @EnumSource
    void theClassesOfARoomAreFoundInItsOwnPackages(Rooms room) {
        assertThat(room.classes()).as("compiled classes of %s", room).isNotEmpty();
        check(classes().should().resideInAnyPackage(room.ownPackages()), room);
    }

    @ParameterizedTest
    @EnumSource
    void aRoomKnowsOnlyTheRoomsBelowIt(Rooms room) {
        Set<Rooms> allowed = EnumSet.of(room);
        allowed.addAll(MAY_KNOW.getOrDefault(room, Set.of()));
        DescribedPredicate<JavaClass> stranger = describe(
                "of a room it may not know",
                type -> isOurs(type)
                        && allowed.stream().noneMatch(other -> resideInAnyPackage(other.rootPackage() + "..")
                                .test(type)));
        check(noClasses().should().dependOnClassesThat(are(stranger)), room);
    }

    @Test
    void coreNeedsTheJdkOnly() {
        check(
                classes().should().onlyDependOnClassesThat().resideInAnyPackage(OURS, "java..", "javax..", JSPECIFY),
                Rooms.CORE);
    }

    /** Its classes are found by every class loader of the JVM: what they need beside the JDK is in their own jar. */
    @Test
    void theAgentNeedsTheJdkAndWhatIsShadedIntoIt() {
        check(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(OURS, "java..", JSPECIFY, "org.objectweb.asm.."),
                Rooms.NOISE);
    }

    /** It lies on the class path of the users' tests: any library here could meet another version of itself there. */
    @Test
    void theProviderNeedsTheJdkAndSurefireOnly() {
        check(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                OURS,
                                "java..",
                                "javax..",
                                JSPECIFY,
                                "org.apache.maven.surefire..",
                                "org.apache.maven.plugin.surefire..",
                                "org.junit.platform..",
                                "org.junit.runner..",
                                "org.junit.internal.runners..",
                                "org.testng.."),
                Rooms.SUREFIRE);
    }

    /** Theirs is on the class path of tests only where these have any, and only then is it asked for. */
    @Test
    void onlyTheOrderKnowsJUnit4AndTestNg() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.github.surefoot.surefire.order")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.junit.runner..", "org.junit.internal..", "org.testng.."),
                Rooms.SUREFIRE);
    }

    @ParameterizedTest
    @EnumSource(names = "MAVEN_PLUGIN", mode = EnumSource.Mode.EXCLUDE)
    void onlyTheMavenPluginKnowsMaven(Rooms room) {
        DescribedPredicate<JavaClass> maven = describe(
                "of Maven",
                type -> resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..")
                                .test(type)
                        && !resideInAnyPackage(SUREFIRE).test(type));
        check(noClasses().should().dependOnClassesThat(are(maven)), room);
    }

    @ParameterizedTest
    @EnumSource(names = "SUREFIRE", mode = EnumSource.Mode.EXCLUDE)
    void onlyTheProviderKnowsSurefire(Rooms room) {
        checkNoDependency(room, SUREFIRE);
    }

    @ParameterizedTest
    @EnumSource(names = "WORKER", mode = EnumSource.Mode.EXCLUDE)
    void onlyTheWorkerLibraryKnowsJupiter(Rooms room) {
        checkNoDependency(room, "org.junit.jupiter..");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheDatabaseAndTheHistoryKnowMyBatis(Rooms room) {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                Rooms.WORKER.rootPackage() + ".database..", Rooms.ANALYSIS.rootPackage() + ".history..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.ibatis..", "org.mybatis.."),
                room);
    }

    /** An engine of worker databases is one of several: nothing but its own room knows its driver. */
    @ParameterizedTest
    @CsvSource({"sqlite,org.sqlite", "h2,org.h2", "postgresql,org.postgresql", "mariadb,org.mariadb"})
    void onlyTheRoomOfAnEngineKnowsItsDriver(String engine, String driver) {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(Rooms.WORKER.rootPackage() + ".database.engine." + engine + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(driver + ".."),
                Rooms.WORKER);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPrintedOutsideAConsoleClass(Rooms room) {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameNotContaining("Console")
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS),
                room);
    }

    @ParameterizedTest
    @EnumSource
    void thePackagesOfARoomDoNotDependOnEachOtherInCircles(Rooms room) {
        check(PackageCircles.none(room.rootPackage()), room);
    }

    /** Whoever reads a name should know whose it is; what is inside of a class has the name of its class before it. */
    @Test
    void noTwoClassesOfDifferentPackagesHaveOneName() {
        Map<String, List<String>> packages = Arrays.stream(Rooms.values())
                .flatMap(room -> room.classes().stream())
                .filter(type -> type.getEnclosingClass().isEmpty()
                        && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        assertThat(packages).isNotEmpty();
        packages.values().removeIf(homes -> homes.size() == 1);

        assertThat(packages).isEmpty();
    }

    @Test
    void noPackageIsSplitOverTwoRooms() {
        Map<String, List<Rooms>> homes = Arrays.stream(Rooms.values())
                .flatMap(room -> room.packages().stream().map(name -> Map.entry(name, room)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        assertThat(homes)
                .isNotEmpty()
                .allSatisfy((name, rooms) -> assertThat(rooms).as(name).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void everyPackageIsNullMarked(Rooms room) {
        List<String> unmarked = new ArrayList<>();
        for (String name : room.packages()) {
            boolean marked = room.classes().stream()
                    .anyMatch(type -> type.getName().equals(name + ".package-info")
                            && type.isAnnotatedWith("org.jspecify.annotations.NullMarked"));
            if (!marked) {
                unmarked.add(name);
            }
        }
        assertThat(room.packages()).isNotEmpty();
        assertThat(unmarked).isEmpty();
    }

    private static boolean isOurs(JavaClass type) {
        return resideInAnyPackage(OURS).test(type);
    }

    private static void checkNoDependency(Rooms room, String... packages) {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage(packages), room);
    }

    /** A rule that found nothing to look at holds nothing: that the room has classes is part of every rule. */
    private static void check(ArchRule rule, Rooms room) {
        assertThat(room.classes()).as("compiled classes of %s", room).isNotEmpty();
        rule.allowEmptyShould(true).check(room.classes());
    }
}
