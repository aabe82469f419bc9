package io.github.surefoot.surefire.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where jqwik keeps the samples and seeds with which properties failed. It tries them first the next time, so that rounds with
 * one such file are no rounds of one test: after the first that fails by chance, the others fail as well. It writes the file
 * anew with each request to JUnit's launcher, so that each request has its own.
 */
public final class JqwikSamples {
    /** <a href="https://jqwik.net/docs/current/user-guide.html#jqwik-configuration">jqwik's configuration parameter</a>. */
    private static final String DATABASE = "jqwik.database";

    private static final String ENGINE = "net/jqwik/engine/JqwikTestEngine.class";
    private static final String SUFFIX = ".samples";

    /** No class has this name. */
    private static final String ALL = "all-classes";

    private final boolean present;

    /**
     * Looks once whether jqwik is there at all; if not, nothing has samples.
     *
     * @param tests the loader of the tests
     */
    public JqwikSamples(ClassLoader tests) {
        present = tests.getResource(ENGINE) != null;
    }

    /** Tells whether jqwik is there. */
    public boolean present() {
        return present;
    }

    /**
     * Has jqwik take the file of one class, in place of the project's.
     *
     * @param directory of such files; it comes about if it is not there
     * @param parameters JUnit Platform's configuration parameters
     */
    public void ofClass(Path directory, String className, Map<String, String> parameters) {
        use(directory, className, parameters);
    }

    /**
     * Has jqwik take that of a request for all classes.
     *
     * @param directory of such files; it comes about if it is not there
     * @param parameters JUnit Platform's configuration parameters
     */
    public void ofAll(Path directory, Map<String, String> parameters) {
        use(directory, ALL, parameters);
    }

    private void use(Path directory, String name, Map<String, String> parameters) {
        if (!present) {
            return;
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the directory of jqwik's samples, " + directory, e);
        }
        parameters.put(
                DATABASE, directory.toAbsolutePath().resolve(name + SUFFIX).toString());
    }
}
