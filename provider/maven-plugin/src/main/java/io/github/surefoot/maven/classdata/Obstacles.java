package io.github.surefoot.maven.classdata;

import io.github.surefoot.maven.surefire.Surefire;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whether the workers of a project can share class data at all. */
final class Obstacles {
    /** What chooses how Surefire gives a fork its class path: the project's choice stands. */
    private static final List<String> CHOICES =
            List.of("useManifestOnlyJar", "useSystemClassLoader", "childDelegation");

    /**
     * What Surefire puts into the environment where it hides the class path in no jar may not be longer than 131,071
     * characters on Linux; its own part is within the difference.
     */
    private static final int LONGEST_CLASS_PATH = 100_000;

    /** Variables from which a JVM takes arguments. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /**
     * Arguments that choose classes, archives or agents. Agents may change what is loaded; the others would fight with
     * ours.
     */
    private static final Pattern ARGUMENTS =
            Pattern.compile("(?:^|[\\s\"'])(@(?!\\{)|-cp\\b|-classpath\\b|--class-path\\b|-jar\\b"
                    + "|-javaagent:|-agentlib:|-agentpath:|-Xbootclasspath|--patch-module|--upgrade-module-path"
                    + "|--limit-modules|--module-path|-p\\b|-Xshare|-XX:Shared|-XX:.?Archive|-XX:.?AutoCreateShared|-XX:AOT"
                    + "|-XX:.?RecordDynamicDump|-XX:Flags|-XX:VMOptionsFile|-Djava\\.system\\.class\\.loader)");

    private Obstacles() {}

    /**
     * Returns the first reason not to, as a sentence.
     *
     * @param environment the variables that workers inherit
     */
    static Optional<String> first(Surefire surefire, UnaryOperator<@Nullable String> environment) {
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
        return chosen(surefire).or(() -> variable(surefire, environment)).or(() -> argument(surefire.jvmArguments()));
    }

    private static Optional<String> chosen(Surefire surefire) {
        return CHOICES.stream()
                .filter(name -> surefire.parameter(name).isPresent())
                .map(name -> "the project sets Surefire's " + name)
                .findFirst();
    }

    private static Optional<String> variable(Surefire surefire, UnaryOperator<@Nullable String> environment) {
        Stream<String> configured =
                VARIABLES.stream().filter(name -> surefire.configuration().mentions("environmentVariables", name));
        Stream<String> inherited = VARIABLES.stream().filter(name -> {
            @Nullable String value = environment.apply(name);
            return value != null && argument(value).isPresent();
        });
        return Stream.concat(configured, inherited)
                .map(name -> "workers get JVM arguments from " + name)
                .findFirst();
    }

    private static Optional<String> argument(String arguments) {
        return ARGUMENTS
                .matcher(arguments)
                .results()
                .map(found -> "workers get the JVM argument " + found.group(1))
                .findFirst();
    }
}
