package io.github.surefoot.analysis.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.surefoot.analysis.gate.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The page of a module for people: all its suites, in one file that works offline. That of a build's root begins with the
 * suites of all modules.
 *
 * @param name the name of the module
 * @param parts its suites, in the order in which they run; none if it has no tests
 * @param earlier the prefixes of those that this build has not judged
 * @param modules the suites of all modules, where they are to be told of; in the order of the build
 * @param overview the way to the page that has all modules; empty if there is none, or this is it
 */
public record ModulePage(
        String name, List<SuitePart> parts, Set<String> earlier, List<SuiteLink> modules, String overview) {

    /** Makes the page of a module that is looked at alone. */
    public static ModulePage of(String name, List<SuitePart> parts, Set<String> earlier) {
        return new ModulePage(name, parts, earlier, List.of(), "");
    }

    /** Returns the same, with a way to the page of all modules. */
    public ModulePage leadingTo(String way) {
        return new ModulePage(name, parts, earlier, modules, way);
    }

    /** Returns the same, which tells of all modules. */
    public ModulePage withModules(List<SuiteLink> suites) {
        return new ModulePage(name, parts, earlier, suites, overview);
    }

    /**
     * Writes the page. Readers never see half of it.
     *
     * @param file the page; its directory is made if need be
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        PageFile.write(file, html());
    }

    @SuppressWarnings("NullAway") // To jte, null is no interceptor.
    private String html() {
        StringOutput text = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(text), null, this, Assets.load());
        return text.toString();
    }

    /** Returns what a window is called that shows it. */
    String title() {
        if (!modules.isEmpty()) {
            return name + ": " + headline();
        }
        String state = parts.stream()
                .filter(part -> !part.isHeld())
                .map(SuitePart::state)
                .min(ModulePage::byGravity)
                .orElse(Verdict.State.HELD.word());
        return StateMark.of(state) + " " + heading() + ": " + state;
    }

    /** Returns whose page it is: of one suite, whose name says more than that of its module. */
    String heading() {
        return isOfOneSuite() ? first().suite() : name;
    }

    private static int byGravity(String one, String other) {
        boolean broken = one.equals(Verdict.State.BROKEN.word());
        return broken == other.equals(Verdict.State.BROKEN.word()) ? 0 : broken ? -1 : 1;
    }

    /** Returns how many suites of the build held. */
    String headline() {
        return modules.stream().filter(SuiteLink::isHeld).count() + " of " + modules.size() + " suites held";
    }

    boolean hasSuites() {
        return !parts.isEmpty();
    }

    /** Tells whether nobody has to choose between suites. */
    boolean isOfOneSuite() {
        return parts.size() == 1 && modules.isEmpty();
    }

    /** Returns the suite that is meant where nobody has chosen. */
    SuitePart first() {
        return parts.get(0);
    }

    boolean hasTrend() {
        return parts.stream().anyMatch(SuitePart::hasTrend);
    }

    boolean isEarlier(SuitePart part) {
        return earlier.contains(part.prefix());
    }
}
