package io.github.surefoot.its.harness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A JVM in which a Maven builds one project after another, as in an IDE, in mvnd or in Maven's own integration tests:
 * there is no JVM to start, {@linkplain KeptContainer no container to make} and no cold code. Takes builds from a
 * {@link WarmMaven}, and ends when that does.
 */
final class MavenHost {
    private static final String CONFIGURATION = "bin/m2.conf";

    private final Object world;
    private final Class<?> cli;
    private final ClassLoader realm;
    private final @Nullable KeptContainer kept;

    private MavenHost(Path home) throws ReflectiveOperationException, IOException {
        Class<?> type = Class.forName("org.codehaus.plexus.classworlds.launcher.Launcher");
        Object launcher = type.getConstructor().newInstance();
        type.getMethod("setSystemClassLoader", ClassLoader.class).invoke(launcher, ClassLoader.getSystemClassLoader());
        try (InputStream in = Files.newInputStream(home.resolve(CONFIGURATION))) {
            type.getMethod("configure", InputStream.class).invoke(launcher, in);
        }
        world = type.getMethod("getWorld").invoke(launcher);
        cli = (Class<?>) type.getMethod("getMainClass").invoke(launcher);
        realm = (ClassLoader) type.getMethod("getMainRealm").invoke(launcher);
        Thread.currentThread().setContextClassLoader(realm);
        kept = KeptContainer.of(cli, world).orElse(null);
    }

    /**
     * Runs builds until nobody asks for more.
     *
     * @param arguments the home of Maven, and the port at which builds are asked for
     */
    public static void main(String[] arguments) throws Exception {
        MavenHost host = new MavenHost(Path.of(arguments[0]));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            int count = in.readInt();
            while (count > 0) {
                String[] build = new String[count];
                for (int i = 0; i < count; i++) {
                    build[i] = in.readUTF();
                }
                out.writeInt(host.run(build));
                out.flush();
                count = in.readInt();
            }
        } finally {
            System.exit(0);
        }
    }

    /** Runs one build: its directory, its log, and what Maven is asked for. */
    private int run(String[] build) throws IOException, ReflectiveOperationException {
        Properties before = new Properties();
        before.putAll(System.getProperties());
        System.setProperty("maven.multiModuleProjectDirectory", build[0]);
        System.setProperty("user.dir", build[0]);
        Thread.currentThread().setContextClassLoader(realm);
        String[] arguments = Arrays.copyOfRange(build, 2, build.length);
        try {
            Optional<Integer> exitCode = Optional.empty();
            if (kept != null && KeptContainer.suits(Path.of(build[0]), List.of(arguments))) {
                try (PrintStream log = log(build[1])) {
                    exitCode = kept.run(Path.of(build[0]), arguments, log);
                }
            }
            return exitCode.isPresent() ? exitCode.get() : whole(build[0], arguments, build[1]);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Maven did not end as it should", e);
        } finally {
            System.setProperties(before);
        }
    }

    /** Runs one as a Maven does that ends with it. */
    private int whole(String directory, String[] arguments, String file)
            throws IOException, ReflectiveOperationException {
        try (PrintStream log = log(file)) {
            Object maven = cli.getConstructor(world.getClass()).newInstance(world);
            return (Integer) cli.getMethod("doMain", String[].class, String.class, PrintStream.class, PrintStream.class)
                    .invoke(maven, arguments, directory, log, log);
        }
    }

    private static PrintStream log(String file) throws IOException {
        return new PrintStream(Files.newOutputStream(Path.of(file)), true, StandardCharsets.UTF_8);
    }
}
