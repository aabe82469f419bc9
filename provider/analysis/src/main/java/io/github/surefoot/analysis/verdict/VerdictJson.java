package io.github.surefoot.analysis.verdict;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.surefoot.analysis.json.JsonOutput;
import io.github.surefoot.analysis.judgement.Judgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes {@code verdict.json}, whose keys are a contract: {@code docs/reference/verdict.schema.json}. */
public final class VerdictJson {
    private VerdictJson() {}

    /**
     * Writes the file. Readers never see half of it: it is written beside its place and moved there.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Judgement judgement, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        // Not a temporary file of the system's: those are for their owner alone, and CI servers collect this one.
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            generate(judgement, draft);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void generate(Judgement judgement, Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new VerdictWriter(new JsonOutput(json), judgement).write();
        }
    }
}
