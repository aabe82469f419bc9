package io.github.surefoot.surefire.loader;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What a JVM that renews classes runs in tests: some static methods of the project, round after round. */
final class RenewalProbe {
    /** Whether threads that rounds leave are interrupted. */
    static final String INTERRUPTS = "renewal.interrupts";

    /** Whether it is asked which library keeps classes of rounds. */
    static final String KEEPER = "renewal.keeper";

    private RenewalProbe() {}

    /** Takes the number of rounds, and methods such as {@code own.Sample#tell}. */
    @SuppressWarnings("CatchAndPrintStackTrace") // The default handler may be the project's.
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(args, out);
            out.println("end");
        } catch (Exception | Error e) {
            e.printStackTrace(out);
        }
        // Threads that tests have left would keep this JVM. Its hooks write down what was covered.
        System.exit(0);
    }

    private static void run(String[] args, PrintStream out) throws Exception {
        Duration limit = Duration.ofSeconds(20);
        RoundLoaders loaders = Boolean.getBoolean(INTERRUPTS)
                ? RoundLoaders.interruptingThreads(limit)
                : RoundLoaders.ofThisJvm(limit);
        List<String> methods = List.of(args).subList(1, args.length);
        int rounds = Integer.parseInt(args[0]);
        for (int round = 1; round <= rounds; round++) {
            int now = round;
            out.println(round + ": " + loaders.run(() -> calls(loaders, methods, now)));
            Renewal renewal = loaders.renew();
            renewal.leftBehind().forEach(left -> out.println(now + " left " + left.className() + ": " + left.what()));
            renewal.pinned().forEach(name -> out.println(now + " pinned " + name));
        }
        loaders.threadsAtWork().ifPresent(what -> out.println("at work " + what));
        if (Boolean.getBoolean(KEEPER)) {
            out.println("kept by "
                    + loaders.keepingLibrary()
                            .map(path -> path.getFileName().toString())
                            .orElse("nobody"));
        }
        int alive = loaders.alive();
        List<String> held = loaders.held();
        held.forEach(way -> out.println("held by " + way));
        if (alive != held.size() || !loaders.holder().equals(held.stream().findFirst())) {
            out.println("what is held is told in two ways");
        }
    }

    private static String calls(RoundLoaders loaders, List<String> methods, int round) throws Exception {
        StringBuilder results = new StringBuilder();
        loaders.classOver("");
        for (String method : methods) {
            int hash = method.indexOf('#');
            Class<?> type = loaders.loader().loadClass(method.substring(0, hash));
            Object result =
                    type.getMethod(method.substring(hash + 1), int.class).invoke(null, round);
            loaders.classOver(type.getName());
            results.append(results.isEmpty() ? "" : ", ").append(result);
        }
        return results.toString();
    }
}
