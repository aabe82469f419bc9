package io.github.surefoot.analysis.history;

import io.github.surefoot.analysis.history.HistoryMapper.AppliedMigration;
import io.github.surefoot.analysis.history.HistoryMapper.KnownTest;
import io.github.surefoot.analysis.history.HistoryMapper.PastPace;
import io.github.surefoot.analysis.history.HistoryMapper.RunSums;
import io.github.surefoot.analysis.history.WorkerTimes.TimedRun;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The tables. Everything a run does to them is one transaction. */
final class HistoryStore {
    private final SqlSessionFactory sessions;
    private final Dialect dialect;
    private final String where;
    private final TransactionRetry patience;

    /**
     * Knows how to get connections; opens none yet.
     *
     * @param where the place for people, without a password
     */
    HistoryStore(DataSource dataSource, Dialect dialect, String where, TransactionRetry patience) {
        Configuration configuration =
                new Configuration(new Environment("history", new JdbcTransactionFactory(), dataSource));
        configuration.setLogImpl(NoLoggingImpl.class);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.getTypeHandlerRegistry().register(new StorableTextHandler());
        configuration.addMapper(HistoryMapper.class);
        this.sessions = new SqlSessionFactoryBuilder().build(configuration);
        this.dialect = dialect;
        this.where = where;
        this.patience = patience;
    }

    /**
     * Reads what came before a run, and adds the run.
     *
     * @throws HistoryUnavailableException if the tables are not for this Surefoot
     * @throws PersistenceException if the database fails
     */
    Remembered remember(HistoryRun run) throws HistoryUnavailableException {
        return patience.untilFree(() -> {
            try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
                HistoryMapper mapper = session.getMapper(HistoryMapper.class);
                migrate(mapper);
                Remembered before = before(mapper, run);
                add(mapper, run);
                session.commit(true);
                return before;
            }
        });
    }

    /**
     * Returns how long classes took in the last runs of a module. Nothing is changed: who wants to know that need not be
     * allowed to write.
     *
     * @param runs how many runs
     * @throws HistoryUnavailableException if the tables are not Surefoot's
     * @throws PersistenceException if the database fails
     */
    ClassTimes classTimes(String module, int runs) throws HistoryUnavailableException {
        return reading(ClassTimes.UNKNOWN, mapper -> new ClassTimes(medians(mapper, module, runs), List.of()));
    }

    /**
     * Returns how long runs took that are like one to come, as {@link #classTimes} does.
     *
     * @param runs how many of the last runs are looked at
     * @param timed how many of them say how long classes took
     * @throws HistoryUnavailableException if the tables are not Surefoot's
     * @throws PersistenceException if the database fails
     */
    WorkerTimes workerTimes(WorkerTimes.Like like, int runs, int timed) throws HistoryUnavailableException {
        return reading(WorkerTimes.UNKNOWN, mapper -> {
            List<PastPace> paces = mapper.paces(like, runs);
            long round = medians(mapper, like.module(), timed).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return new WorkerTimes(
                    paces.stream()
                            .filter(pace -> isOfOneSuite(pace, paces.get(0)))
                            .map(pace -> new TimedRun(pace.workers(), pace.millis()))
                            .toList(),
                    round,
                    List.of());
        });
    }

    /** A run of a few chosen tests takes another time, as does a suite that has grown: a tenth of the tests is too much. */
    private static boolean isOfOneSuite(PastPace one, PastPace newest) {
        return 10L * Math.abs(one.tests() - newest.tests()) <= newest.tests();
    }

    private <T> T reading(T unknown, Function<HistoryMapper, T> read) throws HistoryUnavailableException {
        return patience.untilFree(() -> {
            try (SqlSession session = sessions.openSession(ExecutorType.SIMPLE, false)) {
                HistoryMapper mapper = session.getMapper(HistoryMapper.class);
                return applied(mapper).size() == Migration.all().size() ? read.apply(mapper) : unknown;
            }
        });
    }

    private static Map<String, Long> medians(HistoryMapper mapper, String module, int runs) {
        Map<String, List<Long>> all = new HashMap<>();
        mapper.classMillis(module, runs)
                .forEach(one -> all.computeIfAbsent(one.className(), name -> new ArrayList<>(runs))
                        .add(one.millis()));
        Map<String, Long> medians = new HashMap<>();
        all.forEach((name, millis) -> medians.put(name, ClassTimes.median(millis)));
        return medians;
    }

    private void migrate(HistoryMapper mapper) throws HistoryUnavailableException {
        dialect.lockForMigration(mapper);
        List<Migration> known = Migration.all();
        List<AppliedMigration> applied = applied(mapper);
        if (applied.size() > known.size()) {
            AppliedMigration newest = applied.get(applied.size() - 1);
            throw new HistoryUnavailableException("The history " + where + " was brought to schema "
                    + newest.version() + " by Surefoot " + newest.surefoot() + "; this one knows schema "
                    + known.size() + ". This run is not remembered. Use Surefoot " + newest.surefoot()
                    + " or newer here too, or another place: " + HistoryLocation.SETTING + "=...");
        }
        for (Migration migration : known) {
            if (migration.version() > applied.size()) {
                apply(migration, mapper);
            } else if (!migration
                    .checksum()
                    .equals(applied.get(migration.version() - 1).checksum())) {
                throw new HistoryUnavailableException("The history " + where + " was set up by another build of schema "
                        + migration.version() + " than this Surefoot's. This run is not remembered. Move the history"
                        + " away, or name another place: " + HistoryLocation.SETTING + "=...");
            }
        }
    }

    private List<AppliedMigration> applied(HistoryMapper mapper) throws HistoryUnavailableException {
        if (dialect.hasSchema(mapper)) {
            return mapper.migrations();
        }
        if (dialect.tables(mapper) > 0) {
            throw new HistoryUnavailableException(
                    "The database " + where + " is somebody else's: it has tables, and none"
                            + " of Surefoot's. It is left alone and this run is not remembered. Name another place: "
                            + HistoryLocation.SETTING + "=...");
        }
        return List.of();
    }

    private void apply(Migration migration, HistoryMapper mapper) {
        for (String statement : migration.statements(dialect)) {
            mapper.execute(statement);
            mapper.flush(); // The next statement is compiled as soon as it is batched, and may need this one's table.
        }
        String version = HistoryStore.class.getPackage().getImplementationVersion();
        mapper.insertMigration(
                migration.version(),
                migration.checksum(),
                version == null ? "1.0.0-SNAPSHOT" : version,
                System.currentTimeMillis());
    }

    private static Remembered before(HistoryMapper mapper, HistoryRun run) {
        String module = run.module();
        long at = run.startedAt();
        ComparedKinds like = ComparedKinds.of(run);
        List<PastRun> alike = mapper.earlierRuns(module, run.parts(), like, at, History.MEMORY);
        List<TestPast> tests = mapper.testPasts(module, run.parts(), like, at, History.WINDOW);
        ChangeFinder finder = new ChangeFinder(
                run,
                alike,
                tests,
                mapper.resultsOfTroubledTests(module, run.parts(), like, at, History.MEMORY),
                () -> mapper.testPasts(module, run.parts(), ComparedKinds.ALL, at, History.WINDOW));
        List<PastRun> runs = mapper.earlierRuns(module, run.parts(), ComparedKinds.ALL, at, History.MEMORY);
        return new Remembered(finder.changes(), tests, runs, List.of());
    }

    private static void add(HistoryMapper mapper, HistoryRun run) {
        // What was judged together is not counted again beside its parts, nor they beside it.
        if (mapper.alike(run.module(), run.parts()) > 0) {
            return;
        }
        mapper.insertRun(run, RunSums.of(run));
        boolean isNew = mapper.flush().stream()
                .anyMatch(result -> result.getUpdateCounts().length > 0 && result.getUpdateCounts()[0] > 0);
        if (!isNew) {
            return;
        }
        long id = mapper.runId(run.module(), run.run());
        Map<TestId, Long> known = known(mapper, run.module());
        List<HistoryTest> tests = distinct(run.tests());
        List<HistoryTest> strangers =
                tests.stream().filter(test -> !known.containsKey(test.key())).toList();
        if (!strangers.isEmpty()) {
            strangers.forEach(test -> mapper.insertTest(run.module(), test));
            mapper.flush();
            known.putAll(known(mapper, run.module()));
        }
        tests.forEach(test -> mapper.insertResult(id, number(known, test), test));
        mapper.flush();
        // In order, so that two builds never wait for each other in turn.
        new TreeMap<>(run.classMillis()).forEach((name, millis) -> mapper.insertClass(id, name, millis));
        mapper.flush();
        mapper.forgetClasses(run.module(), History.WINDOW);
        mapper.forgetPasses(run.module(), History.MEMORY);
        mapper.flush();
    }

    /** Returns the tests in order. Of two with one name, which nothing can tell apart later, it keeps the first. */
    private static List<HistoryTest> distinct(List<HistoryTest> tests) {
        SortedMap<HistoryTest, HistoryTest> byName = new TreeMap<>(HistoryTest.ORDER);
        tests.forEach(test -> byName.putIfAbsent(test, test));
        return List.copyOf(byName.values());
    }

    private static long number(Map<TestId, Long> known, HistoryTest test) {
        Long number = known.get(test.key());
        if (number == null) {
            throw new PersistenceException(
                    test.className() + "." + test.name() + " was written and is not there, or under another name");
        }
        return number;
    }

    private static Map<TestId, Long> known(HistoryMapper mapper, String module) {
        Map<TestId, Long> known = new HashMap<>();
        for (KnownTest test : mapper.tests(module)) {
            known.put(test.key(), test.id());
        }
        return known;
    }
}
