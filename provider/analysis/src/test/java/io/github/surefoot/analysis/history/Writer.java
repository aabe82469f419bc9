package io.github.surefoot.analysis.history;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A build of its own: writes runs, and prints the name of each once it is remembered. */
final class Writer {
    private Writer() {}

    public static void main(String[] args) {
        HistoryLocation location = HistoryLocation.parse(args[0], Path.of("").toAbsolutePath());
        String name = args[1];
        int runs = Integer.parseInt(args[2]);
        List<HistoryTest> tests = Runs.many(Integer.parseInt(args[3]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 1; i <= runs; i++) {
            String run = name + "-" + i;
            Remembered remembered = History.at(location).remember(Runs.run(run, i, tests));
            remembered.notices().forEach(notice -> out.println("NOTICE " + notice));
            if (remembered.notices().isEmpty()) {
                out.println(run);
            }
        }
    }

    static Process start(String location, String name, int runs, int tests) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        location,
                        name,
                        Integer.toString(runs),
                        Integer.toString(tests))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
