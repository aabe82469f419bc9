package io.github.surefoot.maven.surefire;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of workers' JVMs.
 *
 * @param classPath what the tests are run with
 * @param properties the value of a property of the build, if it is set
 * @param ofProject the value that a property has in the project alone, whatever the command line says
 */
record JvmArguments(
        TestClassPath classPath,
        Function<String, Optional<String>> properties,
        Function<String, Optional<String>> ofProject) {
    private static final String ARG_LINE = "argLine";
    private static final int NATIVE_ACCESS_WARNS_FROM = 24;

    /** How {@code argLine} names a property that another plugin sets later; Surefire asks the project for it, and nobody else. */
    private static final Pattern LATE = Pattern.compile("@\\{([^}]*)}");

    /**
     * Adds what tests need beside the user's own: the right to load the native SQLite library without a warning, and
     * what Surefire adds for its own provider when tests are a module.
     */
    SurefireConfiguration addNeeded(SurefireConfiguration configuration) {
        StringJoiner needed = new StringJoiner(" ");
        if (Runtime.version().feature() >= NATIVE_ACCESS_WARNS_FROM
                && classPath.versions().containsKey("org.xerial:sqlite-jdbc")) {
            needed.add("--enable-native-access=ALL-UNNAMED");
        }
        if (classPath.testsAreAModule()) {
            needed.add("--add-opens org.junit.platform.commons/org.junit.platform.commons.util=ALL-UNNAMED");
            needed.add("--add-opens org.junit.platform.commons/org.junit.platform.commons.logging=ALL-UNNAMED");
        }
        return needed.length() > 0 ? add(configuration, needed.toString()) : configuration;
    }

    /** Adds one argument, or several. */
    SurefireConfiguration add(SurefireConfiguration configuration, String arguments) {
        String own =
                configuration.get(ARG_LINE).or(() -> properties.apply(ARG_LINE)).orElse("");
        return configuration.set(ARG_LINE, (own + " " + arguments).strip());
    }

    /** Returns the project's own, with what it leaves to be set late filled in. */
    String of(SurefireConfiguration configuration) {
        return LATE.matcher(own(configuration))
                .replaceAll(late ->
                        Matcher.quoteReplacement(ofProject.apply(late.group(1)).orElse("")));
    }

    /**
     * Returns the properties that are to be set late and are not, each once. Surefire leaves them as they stand, which a
     * JVM takes for the name of a file of arguments.
     */
    List<String> unset(SurefireConfiguration configuration) {
        return LATE.matcher(own(configuration))
                .results()
                .map(late -> late.group(1))
                .filter(name -> ofProject.apply(name).isEmpty())
                .distinct()
                .toList();
    }

    private String own(SurefireConfiguration configuration) {
        return configuration.list(ARG_LINE).or(() -> properties.apply(ARG_LINE)).orElse("");
    }
}
