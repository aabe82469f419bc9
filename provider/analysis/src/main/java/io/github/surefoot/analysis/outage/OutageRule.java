package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.ShardFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.shard.ShardBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells rounds in which a service was down from rounds in which tests failed. By this rule, of rounds that were done from
 * beginning to end, and of the tests that passed, failed or did not run in them:
 *
 * <ol>
 *   <li>A round is <em>bad</em> if more than half of its tests did not pass, and something failed in it.
 *   <li>If fewer than half of the rounds are bad, and two or more are not, a bad round of ten tests or more is an
 *       <em>outage</em> if more than half of its tests, of two classes at least, did not pass in it, though they passed in
 *       every round that is not bad, and no cause of their failures is known. A class that had run before them each time
 *       is a cause.
 *   <li>Of several shards by rounds that are judged together, one that has all the bad rounds is itself an outage, however
 *       many these are, if the others have two rounds or more and its bad ones are outages otherwise.
 *   <li>Of several shards by classes the rule looks at the rounds of each by itself too. If one alone has bad rounds, it is
 *       an outage if more than half of its tests, of two classes at least, passed in none of them and in all others, no
 *       cause is known, and chance would have dealt the classes that have such tests to one shard in less than 5 % of
 *       runs. That is Fisher's exact test over the classes (with such a test or without, of this shard or of another, on
 *       which a test that passed in none of these rounds is such), times the number of shards.
 * </ol>
 *
 * <p>What fails in an outage is no evidence against its test, and a run with an outage is never held: it proves too little.
 * The death of a worker stays what it is.
 */
public final class OutageRule {
    private final Evidence evidence;
    private @Nullable Causes causes;

    private OutageRule(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Returns evidence in which nothing that failed in an outage counts, and a finding tells of each outage. */
    public static Evidence apply(Evidence evidence) {
        return evidence.tests().stream().anyMatch(TestEvidence::fails) ? new OutageRule(evidence).applied() : evidence;
    }

    private Evidence applied() {
        List<Outage> outages = outages();
        if (outages.isEmpty()) {
            return evidence;
        }
        List<Finding> findings = new ArrayList<>(evidence.findings());
        outages.forEach(outage -> findings.add(new Finding(Finding.Kind.OUTAGE, outage.sentence())));
        List<TestEvidence> tests = evidence.tests();
        for (Outage outage : outages) {
            tests = tests.stream().map(outage::excused).toList();
        }
        return evidence.withTests(tests).withFindings(findings);
    }

    private List<Outage> outages() {
        RoundsOfTests all = new RoundsOfTests(evidence, evidence.tests(), this::causes);
        List<ShardFacts> shards = evidence.run().shards();
        if (shards.size() < 2) {
            return all.outages("");
        }
        ShardOutages ofShards = new ShardOutages(evidence, this::causes);
        return shards.get(0).by() == ShardBy.CLASSES
                ? ofShards.ofClasses(all)
                : ofShards.ofRounds(all).map(List::of).orElseGet(() -> all.outages(""));
    }

    /** Looks into them once, and only if it matters, which is rare. */
    private Causes causes() {
        Causes known = causes;
        if (known == null) {
            known = new Causes(evidence);
            causes = known;
        }
        return known;
    }
}
