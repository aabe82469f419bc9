package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes the page for people of a run that is all that there is: {@code index.html}, one file that works offline. */
public final class ReportWriter {
    private static final String FILE = "index.html";

    private ReportWriter() {}

    /** Writes the page of a run of which nobody knows where its sources are. */
    public static Path write(Path directory, Judgement judgement, Remembered remembered) throws IOException {
        return write(directory, judgement, remembered, SourceRoots.unknown());
    }

    /**
     * Writes the page.
     *
     * @param directory where; made if need be
     * @param judgement the run
     * @param remembered what the history says of it; {@link Remembered#NOTHING} if there is none
     * @param roots where the sources are, for links into an IDE
     * @return the page
     * @throws IOException if it cannot be written
     */
    public static Path write(Path directory, Judgement judgement, Remembered remembered, SourceRoots roots)
            throws IOException {
        SuitePart part = SuitePart.of("", judgement, remembered, roots);
        Path file = directory.resolve(FILE);
        ModulePage.of(part.suite(), List.of(part), Set.of()).write(file);
        return file;
    }
}
