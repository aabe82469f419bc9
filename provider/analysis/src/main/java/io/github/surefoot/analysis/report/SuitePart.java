package io.github.surefoot.analysis.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page of a module has of one of its suites. It is kept in a file, since the suites of a module are judged at
 * different times, and by builds that do not run the others.
 *
 * @param prefix what the ids of its elements begin with; no other suite of the module has it
 * @param suite the name of the suite
 * @param state {@code held}, {@code broken} or {@code insufficient}
 * @param numbers its rounds and tests, for people
 * @param subtitle which run it was, and when
 * @param hasTrend whether earlier runs are known
 * @param html the markup
 */
public record SuitePart(
        String prefix, String suite, String state, String numbers, String subtitle, boolean hasTrend, String html) {
    /** How many lines of its file are no markup. */
    private static final int HEAD = 7;

    /**
     * Makes that of a suite.
     *
     * @param key what tells it from the other suites of the module, of letters, digits, dots, hyphens and underscores; empty
     *     for the one that is meant where nobody names any
     * @param judgement the run
     * @param remembered what the history says of it; {@link Remembered#NOTHING} if there is none
     * @param roots where the sources are, for links into an IDE
     */
    public static SuitePart of(String key, Judgement judgement, Remembered remembered, SourceRoots roots) {
        String prefix = key.isEmpty() ? "" : key + "-";
        Page page = new PageBuilder(judgement, remembered, ZoneId.systemDefault(), roots, prefix).build();
        return new SuitePart(
                prefix,
                page.module(),
                judgement.verdict().state().word(),
                numbers(judgement),
                page.subtitle(),
                page.hasTrend(),
                html(page));
    }

    private static String numbers(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        Summary summary = Summary.of(judgement);
        int tests = verdict.tests().size();
        return verdict.completedRounds() + " of " + verdict.plannedRounds() + " rounds, " + tests
                + (tests == 1 ? " test" : " tests")
                + (summary.flaky() == 0 ? "" : ", " + summary.flaky() + " flaky")
                + (summary.broken() == 0 ? "" : ", " + summary.broken() + " broken");
    }

    @SuppressWarnings("NullAway") // To jte, null is no interceptor.
    private static String html(Page page) {
        StringOutput text = new StringOutput();
        JtesuiteGenerated.render(new OwaspHtmlTemplateOutput(text), null, page);
        return text.toString();
    }

    /**
     * Reads one that was written.
     *
     * @return it; nothing if there is none, or another version of Surefoot has written it
     * @throws IOException if it is there and cannot be read
     */
    public static Optional<SuitePart> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", HEAD + 1);
        // What it looks like and what brings it to life must fit the page.
        return lines.length <= HEAD || !lines[0].equals(Assets.load().stamp())
                ? Optional.empty()
                : Optional.of(new SuitePart(
                        lines[1], lines[2], lines[3], lines[4], lines[5], Boolean.parseBoolean(lines[6]), lines[HEAD]));
    }

    /**
     * Writes it.
     *
     * @param file where; its directory is made if need be
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        String head = Stream.of(
                        Assets.load().stamp(), prefix, suite, state, numbers, subtitle, Boolean.toString(hasTrend))
                .map(field -> field.replaceAll("\\R", " ") + "\n")
                .collect(Collectors.joining());
        PageFile.write(file, head + html);
    }

    /** Returns the id of where it begins on the page. */
    public String anchor() {
        return id("suite");
    }

    /** Returns the id of one of its elements. */
    String id(String element) {
        return prefix + element;
    }

    /** Returns a sign for its state that needs no colour. */
    String mark() {
        return StateMark.of(state);
    }

    /** Tells whether the build may pass for it. */
    boolean isHeld() {
        return state.equals(Verdict.State.HELD.word());
    }
}
