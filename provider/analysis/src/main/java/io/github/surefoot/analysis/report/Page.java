package io.github.surefoot.analysis.report;

import java.util.List;

/**
 * What the template shows of one suite. All texts are plain; the template escapes them.
 *
 * @param prefix what the ids of its elements begin with
 * @param module the suite that was judged
 * @param subtitle which run it was, and when
 * @param heading the verdict
 * @param tiles the numbers beside it
 * @param news what is new, the worst first
 * @param exceptions the tests that may fail until a date
 * @param renewed what only renewed workers saw, and what fresh ones ran for that
 * @param notices what is wrong with the history
 * @param categories the measures of each category
 * @param time where the time went; empty if that is not known
 * @param databases the worker databases
 * @param replays how to see failures again
 * @param facts where and how it ran
 * @param hasTrend whether earlier runs are known
 * @param data the data block, safe inside a script element
 */
record Page(
        String prefix,
        String module,
        String subtitle,
        Heading heading,
        List<Tile> tiles,
        List<NewsItem> news,
        List<ExceptionRow> exceptions,
        List<RenewedRow> renewed,
        List<String> notices,
        List<CategoryRow> categories,
        List<TimeRow> time,
        Databases databases,
        List<Replay> replays,
        List<Fact> facts,
        boolean hasTrend,
        String data) {

    /**
     * The verdict.
     *
     * @param state {@code held}, {@code broken} or {@code insufficient}
     * @param mark a sign for it that needs no colour
     * @param headline the verdict in a sentence
     * @param rule the rule it was held against
     * @param reasons why, the gravest first
     * @param moreReasons how many were left out
     * @param steps what to do next
     * @param proof what the passes prove
     */
    record Heading(
            String state,
            String mark,
            String headline,
            String rule,
            List<ReasonLine> reasons,
            int moreReasons,
            List<Step> steps,
            String proof) {}

    /**
     * A reason.
     *
     * @param text the sentence
     * @param link where on the page to look; empty if nowhere
     * @param since since when it is so, by the history; empty if that is not known
     */
    record ReasonLine(String text, String link, String since) {}

    /**
     * Something that renewed workers saw otherwise than fresh ones, or that both ran to be compared.
     *
     * @param what a test, a worker or a class
     * @param link where on the page to look; empty if nowhere
     * @param sentence what became of it
     * @param why why; empty if that is said already
     */
    record RenewedRow(String what, String link, String sentence, String why) {}

    /**
     * Something to do.
     *
     * @param text what
     * @param command what to type; empty if nothing
     * @param link where on the page to look; empty if nowhere
     */
    record Step(String text, String command, String link) {
        /** Returns the command word by word, since it may break between them only. */
        List<String> words() {
            return List.of(command.split(" "));
        }
    }

    /** A number with its name, and a line of small print. */
    record Tile(String name, String value, String note) {}

    /** Something new about a test. */
    record NewsItem(String kind, String word, String test, String sentence, String link) {}

    /**
     * An exception.
     *
     * @param kind how its state is coloured: a status of tests
     * @param state its state, in a word
     * @param link where its first test is on the page; empty if it has none
     * @param ends when, and how soon
     */
    record ExceptionRow(
            String test,
            String kind,
            String state,
            String link,
            String owner,
            String ends,
            String allowed,
            String sentence) {}

    /** The measures of a category, as texts. */
    record CategoryRow(String name, int tests, String test, String run, String execution, boolean below) {}

    /** What the workers' slots spent on something, and the share of all in percent. */
    record TimeRow(String name, String time, long percent) {}

    /** How to see the failures of a worker again. */
    record Replay(String worker, String command, String tests) {
        /** Returns the command word by word, since it may break between them only. */
        List<String> words() {
            return List.of(command.split(" "));
        }
    }

    /** A fact about the run. */
    record Fact(String name, String value) {}

    /**
     * The worker databases, and other resources of workers.
     *
     * @param engines what databases were of, in words
     * @param tiles numbers
     * @param teardowns the slowest, slowest first
     * @param leaks what was left open
     * @param problems faults of workers, and forbidden messages
     */
    record Databases(
            List<String> engines,
            List<Tile> tiles,
            List<Teardown> teardowns,
            List<LeakRow> leaks,
            List<String> problems) {}

    /** The teardown of one resource. */
    record Teardown(String worker, String resource, String millis, boolean slow, String details) {}

    /** Something that was left open. */
    record LeakRow(String what, String openedAt, String className, String count, boolean fatal) {}
}
