package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.junitplatform.ObservedPlatformProvider;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.TestExecutionListener;

/** This worker as Surefire started it, told to Maven, so that it can start JVMs like it. */
public final class StartedWorker {
    /** Where Surefire puts the class path if it is to hide it in no jar; tests are not to see it. */
    private static final String CLASS_PATH = "CLASSPATH";

    private StartedWorker() {}

    /**
     * Writes it.
     *
     * @param file in a directory that is its owner's alone
     * @throws TestSetFailedException if it cannot be written, or Surefire gave this worker no class path in its
     *     environment
     */
    public static void describe(ProviderParameters parameters, Path file) throws TestSetFailedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        @Nullable String classPath = environment.remove(CLASS_PATH);
        if (classPath == null) {
            throw new TestSetFailedException("Surefire did not start this worker with a class path in its environment:"
                    + " it cannot be told how to start another.");
        }
        try {
            new WorkerStart(
                            System.getProperty("java.home", ""),
                            Path.of("").toAbsolutePath().toString(),
                            Path.of(StartedWorker.class
                                            .getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .toURI())
                                    .toString(),
                            ManagementFactory.getRuntimeMXBean().getInputArguments(),
                            List.of(classPath.split(File.pathSeparator, -1)),
                            environment,
                            texts(System.getProperties()),
                            settings(parameters),
                            configuration(parameters))
                    .write(file);
        } catch (IOException | URISyntaxException e) {
            throw new TestSetFailedException("It cannot be told how this worker was started: " + e, e);
        }
    }

    /** What Maven told, and the classes in which Surefire finds tests, if that is asked for. */
    private static Map<String, String> settings(ProviderParameters parameters) {
        Map<String, String> result = new HashMap<>(parameters.getProviderProperties());
        if (new WorkerSettings(result).finds()) {
            List<String> found = new ArrayList<>();
            ObservedPlatformProvider.scanner(parameters).getSuites().forEach(one -> found.add(one.getName()));
            result.put(WorkerProperty.FOUND.key(), String.join(",", found));
        }
        return result;
    }

    private static Map<String, String> configuration(ProviderParameters parameters) {
        return new ObservedPlatformProvider(
                        parameters,
                        new TestExecutionListener() {},
                        listener -> listener,
                        found -> FilterResult.included("nothing is run"))
                .parameters();
    }

    private static Map<String, String> texts(Properties properties) {
        Map<String, String> result = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> result.put(name, properties.getProperty(name)));
        // As Surefire has them where it hides the class path in a jar.
        @Nullable String tests = result.get("surefire.test.class.path");
        if (tests != null) {
            result.put("java.class.path", tests);
        }
        return result;
    }
}
