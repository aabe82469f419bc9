package io.github.surefoot.analysis.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;

/** Writes the page for people: {@code index.html}, one file that works offline. */
public final class ReportWriter {
    private static final String FILE = "index.html";

    private ReportWriter() {}

    /** Writes the page of a run of which nobody knows where its sources are. */
    public static Path write(Path directory, Judgement judgement, Remembered remembered) throws IOException {
        return write(directory, judgement, remembered, SourceRoots.unknown());
    }

    /**
     * Writes the page. Readers never see half of it: it is written beside its place and moved there.
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
        Page page = new PageBuilder(judgement, remembered, ZoneId.systemDefault(), roots).build();
        Files.createDirectories(directory);
        // Not a temporary file of the system's: those are for their owner alone, and CI servers collect this one.
        Path draft = directory.resolve(FILE + ".part");
        try {
            // Files.newBufferedWriter would refuse the page for one name with a lone surrogate; here it is a "?".
            try (Writer writer =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(draft), StandardCharsets.UTF_8))) {
                render(page, writer);
            }
            Path file = directory.resolve(FILE);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @SuppressWarnings("NullAway") // To jte, null is no interceptor.
    private static void render(Page page, Writer writer) {
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(writer)), null, page);
    }
}
