package io.github.surefoot.analysis.history;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;

/**
 * The statements with a condition for each of several values. MyBatis could write them from XML: it would have Maven's JVM load
 * a parser of XML, one of XPath and one of OGNL, 340 classes, for them alone. It calls them itself, so they are public.
 */
public final class PartsStatements {
    private PartsStatements() {}

    /** Returns the statement of {@link HistoryMapper#alike}. */
    public static String alike(@Param("parts") List<String> parts) {
        return "select count(*) from surefoot_run where module = #{module} and " + shared(parts);
    }

    /** Returns the statement of {@link HistoryMapper#earlierRuns}. */
    public static String earlierRuns(@Param("parts") List<String> parts, @Param("kinds") ComparedKinds kinds) {
        return "select id, run, started_at as startedAt, commit_id as commitId, verdict, tests, flaky, broken, passed,"
                + " failed, rounds_completed as rounds, rounds_passed as roundsPassed, millis,"
                + " dispose_p99_micros as disposeMicros" + earlier(parts, kinds);
    }

    /** Returns the statement of {@link HistoryMapper#testPasts}. It looks up each test once, not each of its results. */
    public static String testPasts(@Param("parts") List<String> parts, @Param("kinds") ComparedKinds kinds) {
        return "select t.class_name as className, t.name, s.runs, s.passed, s.failed from (select r.test_id,"
                + " count(*) as runs, sum(r.passed) as passed, sum(r.failed) as failed from surefoot_result r"
                + " where r.run_id in (select id" + earlier(parts, kinds) + ") group by r.test_id) s"
                + " join surefoot_test t on t.id = s.test_id";
    }

    /** Returns the statement of {@link HistoryMapper#resultsOfTroubledTests}. */
    public static String resultsOfTroubledTests(
            @Param("parts") List<String> parts, @Param("kinds") ComparedKinds kinds) {
        return "select t.class_name as className, t.name, r.run_id as runId, r.passed, r.failed"
                + " from surefoot_result r join surefoot_test t on t.id = r.test_id"
                + " where r.run_id in (select id" + earlier(parts, kinds) + ")"
                + " and r.test_id in (select f.test_id from surefoot_result f join surefoot_test ft on ft.id = f.test_id"
                + " where f.failed > 0 and ft.module = #{module})";
    }

    /** The runs before a run, newest first, of its module: none that it has a part of, with which it would be compared. */
    private static String earlier(List<String> parts, ComparedKinds kinds) {
        return " from surefoot_run where module = #{module} and started_at <= #{startedAt} and not " + shared(parts)
                + kinds.condition()
                + " order by started_at desc, id desc limit #{limit}";
    }

    /**
     * True of a run in the table that shares executions with the given one: of those that each was judged together of, one
     * is the same. By replacing and not by like, which knows wildcards, and no case on SQLite.
     */
    private static String shared(List<String> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> "replace(' + ' || run || ' + ', ' + ' || #{parts[" + i
                        + "]} || ' + ', '') <> ' + ' || run || ' + '")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
