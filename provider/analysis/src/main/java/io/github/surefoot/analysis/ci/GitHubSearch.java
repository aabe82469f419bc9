package io.github.surefoot.analysis.ci;

import io.github.surefoot.analysis.ci.Blame.Location;
import io.github.surefoot.analysis.search.Find;
import io.github.surefoot.analysis.search.SearchLines;
import io.github.surefoot.analysis.search.SearchState;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What GitHub Actions shows of a search, as {@link GitHub} does of a run: what a branch has brought, for its pull request.
 *
 * @param state what the search has found
 * @param module whose tests they are; empty if there is but one
 * @param replay the command that shows a find again, by its number
 */
public record GitHubSearch(SearchState state, String module, IntFunction<String> replay) {
    private static final int MOST_FINDS = 30;
    private static final int MOST_PROOFS = 30;
    /** GitHub shows ten of a kind for a step. */
    private static final int MOST_ANNOTATIONS = 10;

    /** Returns the step summary. */
    public String summary() {
        List<String> lines = SearchLines.summary(state);
        StringBuilder out = new StringBuilder("### Surefoot: search");
        out.append(module.isEmpty() ? "" : " – " + Markdown.text(module)).append("\n\n");
        out.append(Markdown.text(lines.get(0))).append('\n');
        if (!state.finds().isEmpty()) {
            out.append("\n| find | see it again |\n|---|---|\n");
            state.finds().stream().limit(MOST_FINDS).forEach(find -> out.append("| ")
                    .append(Markdown.text(find.line()))
                    .append(" | `")
                    .append(replay.apply(find.number()))
                    .append("` |\n"));
            int left = state.finds().size() - MOST_FINDS;
            out.append(left > 0 ? "\nand " + left + " more\n" : "");
        }
        out.append('\n');
        lines.subList(1, lines.size()).forEach(line -> item(line, out));
        SearchLines.proofs(state, MOST_PROOFS).forEach(line -> item(line, out));
        return out.toString();
    }

    private static void item(String line, StringBuilder out) {
        out.append("- ").append(Markdown.text(line.strip())).append('\n');
    }

    /**
     * Returns an annotation for each find, at the class of its test where the source is found.
     *
     * @param fails whether finds fail the build
     */
    public List<String> annotations(SourceFinder sources, boolean fails) {
        return state.finds().stream()
                .limit(MOST_ANNOTATIONS)
                .map(find -> WorkflowCommand.annotation(
                        fails, location(find, sources), title(find), find.line() + "\n" + replay.apply(find.number())))
                .toList();
    }

    private static String title(Find find) {
        return find.test().shortName() + " is flaky (" + find.kind().word() + ")";
    }

    private static Optional<Location> location(Find find, SourceFinder sources) {
        return sources.ofClass(
                SourceFinder.outermost(find.test().test().className()),
                find.test().test().name());
    }
}
