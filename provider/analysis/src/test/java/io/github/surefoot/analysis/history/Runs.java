package io.github.surefoot.analysis.history;

import io.github.surefoot.analysis.history.HistoryRun.Databases;
import io.github.surefoot.analysis.history.HistoryRun.Environment;
import io.github.surefoot.analysis.history.HistoryRun.Micros;
import io.github.surefoot.analysis.history.HistoryRun.Pace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs of an imaginary module, one a day from 2026-01-01. */
final class Runs {
    static final String MODULE = "com.example:shop";
    static final String CART = "com.example.CartTest";

    private Runs() {}

    static HistoryRun day(int day, HistoryTest... tests) {
        return run("run-" + day, day, List.of(tests));
    }

    static HistoryRun run(String name, int day, List<HistoryTest> tests) {
        return new HistoryRun(
                name,
                MODULE,
                at(day),
                12_345,
                tests.stream().anyMatch(t -> t.failed() > 0) ? "broken" : "held",
                "test",
                "95",
                5,
                5,
                5,
                new Databases(10, 1, new Micros(300, 900, 1_000), new Micros(2_000, 9_000, 9_500)),
                new Environment("17.0.9", "Linux", 2, String.format("%02dabcdef0123", day)),
                tests);
    }

    /** Returns the same run, of which it is known how fast it was and how long classes took. */
    static HistoryRun paced(HistoryRun run, Pace pace, int workers, Map<String, Long> classMillis) {
        Environment environment = run.environment();
        return new HistoryRun(
                run.run(),
                run.module(),
                run.startedAt(),
                run.millis(),
                run.verdict(),
                run.gate(),
                run.threshold(),
                run.roundsPlanned(),
                run.roundsCompleted(),
                run.roundsPassed(),
                run.databases(),
                new Environment(environment.jdk(), environment.os(), workers, environment.commit()),
                run.tests(),
                classMillis,
                pace);
    }

    static long at(int day) {
        return LocalDate.of(2026, 1, 1)
                .plusDays(day - 1L)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }

    /** Returns a result of {@code CartTest.name}. */
    static HistoryTest test(String name, int passed, int failed) {
        String status = failed == 0 ? "reliable" : passed == 0 ? "broken" : "flaky";
        return new HistoryTest(CART, name, passed, failed, 0, status, 7, 20);
    }

    static List<HistoryTest> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new HistoryTest("com.example.C" + i / 50 + "Test", "t" + i, 5, 0, 0, "reliable", 1, 2))
                .toList();
    }

    static History history(Path file) {
        return History.at(new HistoryLocation.SqliteFile(file));
    }
}
