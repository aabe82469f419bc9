package io.github.surefoot.analysis.ci;

import io.github.surefoot.analysis.ci.Blame.Location;
import java.util.Optional;

/** Lines that GitHub Actions takes for annotations, in its syntax of workflow commands. */
final class WorkflowCommand {
    private WorkflowCommand() {}

    /**
     * Returns an annotation.
     *
     * @param fails whether it is of what fails the build
     * @param at where it stands; nowhere if that is not known
     */
    static String annotation(boolean fails, Optional<Location> at, String title, String text) {
        String where = at.map(place -> "file=" + property(place.path()) + ",line=" + place.line() + ",")
                .orElse("");
        return "::" + (fails ? "error " : "warning ") + where + "title=" + property(title) + "::" + data(text);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
