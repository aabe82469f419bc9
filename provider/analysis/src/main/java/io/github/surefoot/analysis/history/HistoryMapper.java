package io.github.surefoot.analysis.history;

import io.github.surefoot.core.TestId;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Flush;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.executor.BatchResult;

/**
 * The statements. They run on SQLite and PostgreSQL alike, except where the name says otherwise.
 *
 * <p>The records that they return say their names by {@link Param}: without it MyBatis takes those that the compiler may
 * leave in class files, and an agent may take out; it then finds no column, and returns null for a row.
 */
interface HistoryMapper {
    @Select("select count(*) from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    int sqliteTables();

    @Select("select count(*) from sqlite_master where type = 'table' and name = 'surefoot_schema'")
    int sqliteSchemaTables();

    @Select("select count(*) from information_schema.tables"
            + " where table_schema = current_schema() and table_name = 'surefoot_schema'")
    int postgresSchemaTables();

    @Select("select count(*) from (select pg_advisory_xact_lock(#{number})) as locked")
    int postgresLock(@Param("number") long number);

    @Select("select version, checksum, surefoot from surefoot_schema order by version")
    List<AppliedMigration> migrations();

    /** Sends what was batched, and returns how many rows each statement changed. */
    @Flush
    List<BatchResult> flush();

    /** Runs a statement of a migration; never anything a user wrote. */
    @Update("${sql}")
    int execute(@Param("sql") String sql);

    @Insert("insert into surefoot_schema (version, checksum, surefoot, applied_at)"
            + " values (#{version}, #{checksum}, #{surefoot}, #{at})")
    int insertMigration(
            @Param("version") int version,
            @Param("checksum") String checksum,
            @Param("surefoot") String surefoot,
            @Param("at") long at);

    @Insert("insert into surefoot_run (module, run, started_at, millis, verdict, gate, threshold,"
            + " rounds_planned, rounds_completed, rounds_passed, tests, flaky, broken, passed, failed, skipped,"
            + " databases, leaks, create_p50_micros, create_p99_micros, create_max_micros,"
            + " dispose_p50_micros, dispose_p99_micros, dispose_max_micros, workers, jdk, os, commit_id,"
            + " workers_kind, cores, elapsed_millis)"
            + " values (#{r.module}, #{r.run}, #{r.startedAt}, #{r.millis}, #{r.verdict}, #{r.gate}, #{r.threshold},"
            + " #{r.roundsPlanned}, #{r.roundsCompleted}, #{r.roundsPassed}, #{s.tests}, #{s.flaky}, #{s.broken},"
            + " #{s.passed}, #{s.failed}, #{s.skipped}, #{r.databases.created}, #{r.databases.leaks},"
            + " #{r.databases.create.p50}, #{r.databases.create.p99}, #{r.databases.create.max},"
            + " #{r.databases.dispose.p50}, #{r.databases.dispose.p99}, #{r.databases.dispose.max},"
            + " #{r.environment.workers}, #{r.environment.jdk}, #{r.environment.os}, #{r.environment.commit},"
            + " #{r.pace.kind}, #{r.pace.cores}, #{r.pace.elapsedMillis})"
            + " on conflict (module, run) do nothing")
    int insertRun(@Param("r") HistoryRun run, @Param("s") RunSums sums);

    /** Returns how many runs of the table have executions that the given run has. */
    @SelectProvider(type = PartsStatements.class, method = "alike")
    int alike(@Param("module") String module, @Param("parts") List<String> parts);

    @Select("select id from surefoot_run where module = #{module} and run = #{run}")
    long runId(@Param("module") String module, @Param("run") String run);

    @Select("select id, class_name as className, name from surefoot_test where module = #{module}")
    List<KnownTest> tests(@Param("module") String module);

    @Insert("insert into surefoot_test (module, class_name, name) values (#{module}, #{t.className}, #{t.name})"
            + " on conflict (module, class_name, name) do nothing")
    int insertTest(@Param("module") String module, @Param("t") HistoryTest test);

    @Insert("insert into surefoot_result (run_id, test_id, passed, failed, skipped, status, typical_millis,"
            + " slowest_millis) values (#{run}, #{test}, #{t.passed}, #{t.failed}, #{t.skipped}, #{t.status},"
            + " #{t.typicalMillis}, #{t.slowestMillis})")
    int insertResult(@Param("run") long run, @Param("test") long test, @Param("t") HistoryTest result);

    @SelectProvider(type = PartsStatements.class, method = "earlierRuns")
    List<PastRun> earlierRuns(
            @Param("module") String module,
            @Param("parts") List<String> parts,
            @Param("kinds") ComparedKinds kinds,
            @Param("startedAt") long startedAt,
            @Param("limit") int limit);

    @SelectProvider(type = PartsStatements.class, method = "testPasts")
    List<TestPast> testPasts(
            @Param("module") String module,
            @Param("parts") List<String> parts,
            @Param("kinds") ComparedKinds kinds,
            @Param("startedAt") long startedAt,
            @Param("limit") int limit);

    @SelectProvider(type = PartsStatements.class, method = "resultsOfTroubledTests")
    List<PastResult> resultsOfTroubledTests(
            @Param("module") String module,
            @Param("parts") List<String> parts,
            @Param("kinds") ComparedKinds kinds,
            @Param("startedAt") long startedAt,
            @Param("limit") int limit);

    @Insert("insert into surefoot_class (run_id, class_name, millis) values (#{run}, #{className}, #{millis})"
            + " on conflict (run_id, class_name) do nothing")
    int insertClass(@Param("run") long run, @Param("className") String className, @Param("millis") long millis);

    @Select("select c.class_name as className, c.millis from surefoot_class c where c.run_id in (select id from"
            + " surefoot_run where module = #{module} order by started_at desc, id desc limit #{runs})")
    List<ClassMillis> classMillis(@Param("module") String module, @Param("runs") int runs);

    /** Returns the whole runs that are like one to come, newest first: other numbers of tests are another suite. */
    @Select("select workers, elapsed_millis as millis, tests from surefoot_run where module = #{l.module}"
            + " and rounds_planned = #{l.rounds} and rounds_completed = rounds_planned and workers_kind = #{l.kind}"
            + " and cores = #{l.cores} and jdk = #{l.jdk} and os = #{l.os} and elapsed_millis > 0 and workers > 0"
            + " order by started_at desc, id desc limit #{runs}")
    List<PastPace> paces(@Param("l") WorkerTimes.Like like, @Param("runs") int runs);

    @Delete("delete from surefoot_class where run_id in (select id from surefoot_run where module = #{module}"
            + " and started_at < (select min(started_at) from (select started_at from surefoot_run"
            + " where module = #{module} order by started_at desc limit #{keep}) as kept))")
    int forgetClasses(@Param("module") String module, @Param("keep") int keep);

    @Delete("delete from surefoot_result where failed = 0 and run_id in (select id from surefoot_run"
            + " where module = #{module} and started_at < (select min(started_at) from (select started_at"
            + " from surefoot_run where module = #{module} order by started_at desc limit #{keep}) as kept))")
    int forgetPasses(@Param("module") String module, @Param("keep") int keep);

    /** A migration the database has been through, and the Surefoot that brought it. */
    record AppliedMigration(
            @Param("version") int version,
            @Param("checksum") String checksum,
            @Param("surefoot") String surefoot) {}

    /** A test that the history has met before. */
    record KnownTest(
            @Param("id") long id,
            @Param("className") String className,
            @Param("name") String name) {
        TestId key() {
            return new TestId(className, name);
        }
    }

    /** The sums of a run. */
    record RunSums(int tests, int flaky, int broken, long passed, long failed, long skipped) {
        static RunSums of(HistoryRun run) {
            int flaky = 0;
            int broken = 0;
            long skipped = 0;
            for (HistoryTest test : run.tests()) {
                flaky += test.failed() > 0 && test.passed() > 0 ? 1 : 0;
                broken += test.failed() > 0 && test.passed() == 0 ? 1 : 0;
                skipped += test.skipped();
            }
            return new RunSums(run.tests().size(), flaky, broken, run.passed(), run.failed(), skipped);
        }
    }

    /** How long a round of a class took in a run. */
    record ClassMillis(
            @Param("className") String className,
            @Param("millis") long millis) {}

    /** How fast an earlier run was. */
    record PastPace(
            @Param("workers") int workers,
            @Param("millis") long millis,
            @Param("tests") int tests) {}

    /** What an earlier run found about a test. */
    record PastResult(
            @Param("className") String className,
            @Param("name") String name,
            @Param("runId") long runId,
            @Param("passed") int passed,
            @Param("failed") int failed) {
        TestId key() {
            return new TestId(className, name);
        }
    }
}
