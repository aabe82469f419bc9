package io.github.surefoot.bench.builds;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The only place where the benchmarks of whole builds print. */
final class BuildsConsole {
    private final PrintStream out;

    BuildsConsole(PrintStream out) {
        this.out = out;
    }

    static BuildsConsole standard() {
        return new BuildsConsole(System.out);
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void line(String format, Object... values) {
        line(String.format(Locale.ROOT, format, values));
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }
}
