package io.github.surefoot.analysis;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.Gate;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import java.nio.file.Path;
import java.util.List;

/** Reads the journals of a run and judges them. */
public final class Judge {
    private final Gate gate;
    private final Reporting reporting;

    /** Makes a judge who goes by a rule. */
    public Judge(GateSettings settings, Categories categories, Reporting reporting) {
        this.gate = new Gate(settings, categories);
        this.reporting = reporting;
    }

    /**
     * Judges a run that is over.
     *
     * @param journals where its journals are; several directories if its workers ran on several machines. Whatever is
     *     wrong with them is part of the verdict
     */
    public Judgement judge(List<Path> journals) {
        return judge(EvidenceReader.read(journals));
    }

    /** Judges evidence that was read before. */
    public Judgement judge(Evidence evidence) {
        return new Judgement(evidence, gate.judge(evidence), reporting);
    }

    /**
     * Tells whether the remaining rounds of a run can be left out, because they cannot change the verdict any more.
     * Always false unless {@link GateSettings#stopWhenDecided()}. To be asked while no worker is running.
     */
    public boolean isDecided(Path journals) {
        return gate.isDecided(EvidenceReader.read(journals));
    }
}
