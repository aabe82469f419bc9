package io.github.surefoot.maven.surefire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether Surefoot may choose the class path of a project's workers, in place of Surefire: to share class data,
 * or to renew classes.
 */
public final class Obstacles {
    /** What chooses how Surefire gives a fork its class path: the project's choice stands. */
    private static final List<String> CHOICES =
            List.of("useManifestOnlyJar", "useSystemClassLoader", "childDelegation");

    /**
     * What Surefire puts into the environment where it hides the class path in no jar may not be longer than 131,071
     * characters on Linux; its own part is within the difference.
     */
    private static final int LONGEST_CLASS_PATH = 100_000;

    /** Variables from which a JVM takes arguments. */
    public static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final String CLASS_PATH = "@(?!\\{)|-cp\\b|-classpath\\b|--class-path\\b|-jar\\b"
            + "|--patch-module|--upgrade-module-path|--limit-modules|--module-path|-p\\b"
            + "|-XX:Flags|-XX:VMOptionsFile|-Djava\\.system\\.class\\.loader";

    /** Arguments that choose classes; ours would fight with them. */
    private static final Pattern CHOOSE_CLASSES = argument(CLASS_PATH);

    /** Arguments that choose archives, or agents, which may change what is loaded. */
    private static final Pattern CHOOSE_ARCHIVES = argument(CLASS_PATH
            + "|-javaagent:|-agentlib:|-agentpath:|-Xbootclasspath|-Xshare|-XX:Shared|-XX:.?Archive"
            + "|-XX:.?AutoCreateShared|-XX:AOT|-XX:.?RecordDynamicDump");

    private final Surefire surefire;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * Looks at a project.
     *
     * @param environment the variables that workers inherit
     */
    public Obstacles(Surefire surefire, UnaryOperator<@Nullable String> environment) {
        this.surefire = surefire;
        this.environment = environment;
    }

    /** Returns what finds an argument in a text of several, quoted or not. */
    public static Pattern argument(String names) {
        return Pattern.compile("(?:^|[\\s\"'])(" + names + ")");
    }

    /** Returns the first reason why workers cannot share class data, as a sentence. */
    public Optional<String> toClassData() {
        return first(CHOOSE_ARCHIVES);
    }

    /** Returns the first reason why workers cannot renew classes, as a sentence. */
    public Optional<String> toRenewal() {
        return aJvmForEach().or(() -> first(CHOOSE_CLASSES));
    }

    private Optional<String> aJvmForEach() {
        return surefire.parameter("reuseForks")
                .filter("false"::equals)
                .map(value -> "the project sets reuseForks=false, a JVM for each class");
    }

    /**
     * Returns the first reason why JVMs that are started like a worker, and not by Surefire, cannot renew classes. How the
     * project has Surefire give a worker its class path is none: these have it on the command line.
     */
    public Optional<String> toRenewalOfProbes() {
        return aJvmForEach().or(() -> firstOfProbes(CHOOSE_CLASSES));
    }

    /** Returns the first reason why these cannot share class data. */
    public Optional<String> toClassDataOfProbes() {
        return firstOfProbes(CHOOSE_ARCHIVES);
    }

    private Optional<String> first(Pattern arguments) {
        return machine().or(this::chosen).or(() -> arguments(arguments));
    }

    private Optional<String> firstOfProbes(Pattern arguments) {
        return machine().or(() -> arguments(arguments));
    }

    private Optional<String> machine() {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return Optional.of("it has not been tried on Windows");
        }
        if (surefire.isModular()) {
            return Optional.of("the project is a module, whose tests run on a module path");
        }
        if (surefire.isDebugged()) {
            return Optional.of("workers wait for a debugger");
        }
        if (surefire.classPathInputs().length() > LONGEST_CLASS_PATH) {
            return Optional.of("the class path is too long for the environment of a process");
        }
        return Optional.empty();
    }

    private Optional<String> arguments(Pattern arguments) {
        return variable(arguments).or(() -> argument(surefire.jvmArguments(), arguments));
    }

    private Optional<String> chosen() {
        return CHOICES.stream()
                .filter(name -> surefire.parameter(name).isPresent())
                .map(name -> "the project sets Surefire's " + name)
                .findFirst();
    }

    private Optional<String> variable(Pattern arguments) {
        Stream<String> configured =
                VARIABLES.stream().filter(name -> surefire.configuration().mentions("environmentVariables", name));
        Stream<String> inherited = VARIABLES.stream().filter(name -> {
            @Nullable String value = environment.apply(name);
            return value != null && argument(value, arguments).isPresent();
        });
        return Stream.concat(configured, inherited)
                .map(name -> "workers get JVM arguments from " + name)
                .findFirst();
    }

    private static Optional<String> argument(String given, Pattern arguments) {
        return arguments
                .matcher(given)
                .results()
                .map(found -> "workers get the JVM argument " + found.group(1))
                .findFirst();
    }
}
