package io.github.surefoot.analysis;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.gate.AllowedRetries;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.Gate;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.outage.OutageRule;
import io.github.surefoot.analysis.outage.UnavailableRule;
import java.nio.file.Path;
import java.util.List;

/** Reads the journals of a run and judges them. */
public final class Judge {
    private final Gate gate;
    private final AllowedRetries retries;
    private final Reporting reporting;

    /** Makes a judge who goes by a rule, and by the first attempt of every test. */
    public Judge(GateSettings settings, Categories categories, Reporting reporting) {
        this(settings, categories, AllowedRetries.NONE, reporting);
    }

    /**
     * Makes a judge who goes by a rule.
     *
     * @param retries the tests of which the last attempt counts
     */
    public Judge(GateSettings settings, Categories categories, AllowedRetries retries, Reporting reporting) {
        this(settings, categories, retries, AllowedFailures.NONE, reporting);
    }

    /**
     * Makes a judge who goes by a rule with exceptions.
     *
     * @param retries the tests of which the last attempt counts
     * @param exceptions the tests that may fail
     */
    public Judge(
            GateSettings settings,
            Categories categories,
            AllowedRetries retries,
            AllowedFailures exceptions,
            Reporting reporting) {
        this.gate = new Gate(settings, categories, exceptions);
        this.retries = retries;
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
    public Judgement judge(Evidence read) {
        Evidence evidence = counting(read);
        return judge(evidence, new Causes(evidence));
    }

    /**
     * Tells of a run that was judged before what else is known of its causes. Its verdict stays the same.
     *
     * @param evidence that of the judgement
     */
    public Judgement judge(Evidence evidence, Causes causes) {
        // What journals tell names commands in their shortest form, which not every project understands.
        Verdict verdict = gate.judge(evidence, causes).reworded(reporting.commands()::inFull);
        return new Judgement(evidence, verdict, reporting);
    }

    /**
     * Tells whether the remaining rounds of a run can be left out, because they cannot change the verdict any more.
     * Always false unless {@link GateSettings#stopWhenDecided()}. To be asked while no worker is running.
     */
    public boolean isDecided(Path journals) {
        return gate.isDecided(counting(EvidenceReader.read(journals)));
    }

    /**
     * Tells the same while workers are at work in later rounds: by what tests have shown in those that are over.
     *
     * @param rounds how many rounds are over, from the first on
     */
    public boolean isDecidedBy(Path journals, int rounds) {
        return gate.isDecidedByTests(counting(EvidenceReader.readFirst(journals, rounds)));
    }

    /** Returns evidence of what counts: not what was tried again, nor what no test is to blame for. */
    private Evidence counting(Evidence read) {
        return OutageRule.apply(UnavailableRule.apply(retries.apply(read)));
    }
}
