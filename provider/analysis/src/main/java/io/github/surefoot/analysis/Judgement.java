package io.github.surefoot.analysis;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.verdict.VerdictJson;
import io.github.surefoot.analysis.xml.XmlReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A run, judged.
 *
 * @param evidence what happened
 * @param verdict what the gate says of it
 * @param reporting what is told beside the verdict
 */
public record Judgement(Evidence evidence, Verdict verdict, Reporting reporting) {

    /** Returns what to type to run a worker's tests again. */
    public String replay(String worker) {
        return reporting.replayCommand() + " " + evidence.replayOption(worker);
    }

    /** Returns what to print, the verdict first. */
    public List<ConsoleLine> console() {
        return new VerdictLines(this).lines();
    }

    /**
     * Writes {@code verdict.json}, making its directory if need be.
     *
     * @throws IOException if it cannot be written
     */
    public void writeJson(Path file) throws IOException {
        VerdictJson.write(this, file);
    }

    /**
     * Writes one {@code TEST-*.xml} a class, in Surefire's report schema, making the directory if need be.
     *
     * @throws IOException if one of them cannot be written
     */
    public void writeXml(Path directory) throws IOException {
        new XmlReports(this).write(directory);
    }
}
