package io.github.surefoot.its.harness;

import java.io.PrintStream;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line of Maven 3 whose container outlives a build, as that of mvnd does: components are made and the
 * realms of plugins opened once, and their classes are warm from the second build on. It goes through the steps of
 * {@code MavenCli.doMain(CliRequest)}, which ends the container after each build.
 */
final class KeptContainer {
    private static final List<String> ASK =
            List.of("initialize", "cli", "properties", "logging", "informativeCommands", "version");
    private static final List<String> PREPARE =
            List.of("commands", "configure", "toolchains", "populateRequest", "encryption", "repository");

    private final Object cli;
    private final Object world;
    private final Constructor<?> request;
    private final List<Method> ask;
    private final Method container;
    private final List<Method> prepare;
    private final Method execute;
    private boolean started;

    private KeptContainer(Class<?> type, Object world) throws ReflectiveOperationException {
        Class<?> requests = Class.forName("org.apache.maven.cli.CliRequest", true, type.getClassLoader());
        this.world = world;
        cli = type.getConstructor(world.getClass()).newInstance(world);
        request = opened(requests.getDeclaredConstructor(String[].class, world.getClass()));
        ask = steps(type, requests, ASK);
        container = step(type, requests, "container");
        prepare = steps(type, requests, PREPARE);
        execute = step(type, requests, "execute");
    }

    /** Returns one, or nothing for a Maven that goes through other steps. */
    static Optional<KeptContainer> of(Class<?> cli, Object world) throws ReflectiveOperationException {
        try {
            return Optional.of(new KeptContainer(cli, world));
        } catch (NoSuchMethodException | ClassNotFoundException another) {
            return Optional.empty();
        }
    }

    /** Tells whether a build can share it: extensions of the core are part of a container, and so is how much it logs. */
    static boolean suits(Path directory, List<String> arguments) {
        return !Files.exists(directory.resolve(".mvn"))
                && arguments.stream().noneMatch(List.of("-X", "--debug", "-q", "--quiet", "-v", "-h")::contains);
    }

    private static List<Method> steps(Class<?> type, Class<?> requests, List<String> names)
            throws NoSuchMethodException {
        List<Method> all = new ArrayList<>();
        for (String name : names) {
            all.add(step(type, requests, name));
        }
        return all;
    }

    private static Method step(Class<?> type, Class<?> requests, String name) throws NoSuchMethodException {
        return opened(type.getDeclaredMethod(name, requests));
    }

    private static <T extends AccessibleObject> T opened(T member) {
        member.setAccessible(true);
        return member;
    }

    /**
     * Runs a build.
     *
     * @return its exit code, or nothing if it could not begin; then Maven itself is to say why
     */
    Optional<Integer> run(Path directory, String[] arguments, PrintStream log) throws ReflectiveOperationException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(log);
        System.setErr(log);
        try {
            Object asked = request.newInstance(arguments, world);
            opened(asked.getClass().getDeclaredField("workingDirectory")).set(asked, directory.toString());
            return prepared(asked) ? Optional.of((Integer) execute.invoke(cli, asked)) : Optional.empty();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private boolean prepared(Object asked) throws IllegalAccessException {
        try {
            take(ask, asked);
            if (!started) {
                container.invoke(cli, asked);
                started = true;
            }
            take(prepare, asked);
            return true;
        } catch (InvocationTargetException refused) {
            return false;
        }
    }

    private void take(List<Method> steps, Object asked) throws IllegalAccessException, InvocationTargetException {
        for (Method each : steps) {
            each.invoke(cli, asked);
        }
    }
}
