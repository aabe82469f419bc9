package io.github.surefoot.analysis.verdict;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.cause.Contrast;
import io.github.surefoot.analysis.cause.FailureGroup;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.ForbiddenMessage;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.UsedEngine;
import io.github.surefoot.analysis.exception.AllowedFailure;
import io.github.surefoot.analysis.exception.FailureFingerprint;
import io.github.surefoot.analysis.gate.ExceptionRuling;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.LowerBound;
import io.github.surefoot.analysis.gate.Rates;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.json.JsonOutput;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.time.TimeAccount;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the keys of {@code verdict.json}, in the order of the contract. */
final class VerdictWriter {
    private static final int SCHEMA = 1;
    private static final String DATABASE = "database";

    private final JsonOutput json;
    private final Judgement judgement;
    private final Evidence evidence;
    private final Verdict verdict;

    VerdictWriter(JsonOutput json, Judgement judgement) {
        this.json = json;
        this.judgement = judgement;
        this.evidence = judgement.evidence();
        this.verdict = judgement.verdict();
    }

    void write() {
        json.object(() -> {
            json.number("schema", SCHEMA);
            json.text("verdict", verdict.state().word());
            json.texts("reasons", verdict.reasons().stream().map(Reason::text).toList());
            rule();
            run();
            rates("passRate", verdict.rates());
            bounds();
            json.object("categories", () -> verdict.categories().forEach(this::rates));
            json.list("tests", verdict.tests(), this::test);
            json.list("groups", verdict.groups(), this::group);
            json.list("exceptions", verdict.exceptions(), this::exception);
            forbidden();
            json.object("databases", this::databases);
            TimeAccount.of(evidence).ifPresent(account -> json.object("time", () -> time(account)));
            json.list(
                    "secrets",
                    judgement.reporting().secrets(),
                    secret -> json.object(() -> json.text("name", secret.name()).text("source", secret.source())));
            json.list(
                    "problems",
                    evidence.distinctProblems(),
                    problem -> json.object(
                            () -> json.text("worker", problem.worker()).text("what", problem.what())));
        });
    }

    private void rule() {
        json.text("gate", verdict.settings().gate().word());
        json.number("threshold", verdict.settings().threshold());
        verdict.settings().confidence().ifPresent(confidence -> json.number("confidence", confidence));
    }

    private void run() {
        json.object("rounds", () -> json.number("planned", verdict.plannedRounds())
                .number("completed", verdict.completedRounds()));
        verdict.earlyStop()
                .ifPresent(stop -> json.object("earlyStop", () -> json.number("afterRound", stop.afterRound())
                        .number("savedExecutions", stop.savedExecutions())));
        json.number("workers", evidence.run().workers());
        json.textUnlessEmpty(
                "workersKind", evidence.run().kind().map(WorkerKind::word).orElse(""));
        kinds();
        json.number(
                "seed",
                evidence.run().seed().isPresent()
                        ? Optional.of(BigDecimal.valueOf(evidence.run().seed().getAsLong()))
                        : Optional.empty());
        // A damaged journal may say anything; the schema knows two words.
        json.text("order", evidence.run().order().equals("random") ? "random" : "configured");
        SortedMap<String, String> kept = evidence.keptOrders();
        if (!kept.isEmpty()) {
            json.list(
                    "keptOrders",
                    List.copyOf(kept.entrySet()),
                    entry ->
                            json.object(() -> json.text("class", entry.getKey()).text("why", entry.getValue())));
        }
        json.text("run", evidence.run().run());
        json.text("module", evidence.run().module());
        if (!evidence.run().shards().isEmpty()) {
            json.list(
                    "shards",
                    evidence.run().shards(),
                    one -> json.object(() -> json.number("shard", one.shard().index())
                            .number("of", one.shard().total())
                            .text("by", one.by().word())
                            .text("run", one.run())
                            .number("classes", one.classes())
                            .number("rounds", one.rounds())
                            .number("millis", one.millis())));
        }
    }

    private void kinds() {
        Map<WorkerKind, Long> counts = evidence.kinds(evidence.tests()).counts();
        json.object("executions", () -> counts.forEach((kind, count) -> json.number(kind.word(), count)));
        if (!evidence.freshClasses().isEmpty()) {
            json.list(
                    "freshClasses",
                    evidence.freshClasses(),
                    one -> json.object(() -> json.text("class", one.className())
                            .text("reason", one.reason().word())
                            .textUnlessEmpty("why", one.why())
                            .number("rounds", one.rounds())));
        }
        List<RenewedFault> only = evidence.renewedFaults().stream()
                .filter(RenewedFault::onlyRenewed)
                .toList();
        if (!only.isEmpty()) {
            json.list(
                    "renewedOnly",
                    only,
                    one -> json.object(() -> json.text("worker", one.worker())
                            .text("what", one.what())
                            .texts("classes", one.classes())));
        }
    }

    private void rates(String key, Rates rates) {
        json.object(key, () -> {
            for (GateKind kind : GateKind.values()) {
                json.number(kind.word(), rates.of(kind).percent());
            }
        });
    }

    private void bounds() {
        json.object("lowerBound", () -> {
            for (GateKind kind : GateKind.values()) {
                json.number(kind.word(), verdict.rates().lowerBound(kind));
            }
        });
    }

    private void test(TestResult test) {
        json.object(() -> {
            json.text("class", test.evidence().id().className());
            json.text("name", test.evidence().id().name());
            if (test.evidence().name().instance() > 1) {
                json.number("instance", test.evidence().name().instance());
            }
            json.textUnlessEmpty("qualifier", test.evidence().name().qualifier());
            json.text("category", test.category());
            json.number("passed", test.tally().passed());
            json.number("failed", test.tally().failed());
            json.number("skipped", test.skipped());
            json.texts(
                    "outcomes",
                    test.evidence().executions().stream()
                            .map(e -> e.outcome().word())
                            .toList());
            json.text("status", test.status().word());
            if (test.retried() > 0) {
                json.object("retries", () -> json.number("rounds", test.retried())
                        .text("how", test.attempts().orElse(""))
                        .flag("allowed", test.failures().isEmpty()));
            }
            if (test.evidence().rowsInParallel()) {
                json.flag("rowsInParallel", true);
            }
            test.cause().ifPresent(this::cause);
            if (test.tally().counted() > 0) {
                json.number("lowerBound", LowerBound.of(test.proof(), LowerBound.USUAL_CONFIDENCE));
            }
            if (!test.evidence().setAside().isEmpty()) {
                json.object("setAside", () -> json.number(
                                "renewed", test.evidence().setAside().size())
                        .number("failed", test.failuresSetAside().size()));
            }
            if (test.tally().failed() > 0) {
                json.list("failures", test.failures(), this::failure);
            }
        });
    }

    private void exception(ExceptionRuling ruling) {
        AllowedFailure exception = ruling.exception();
        json.object(() -> {
            json.text("test", exception.test().toString());
            json.textUnlessEmpty("owner", exception.owner().orElse(""));
            json.text("reason", exception.reason());
            json.text("until", exception.until().toString());
            json.number("daysLeft", ruling.daysLeft());
            json.number("allowed", exception.allowed());
            json.texts("failures", exception.failures());
            json.text("state", ruling.state().word());
            json.text("sentence", ruling.sentence());
            json.textUnlessEmpty(
                    "proof", ruling.proof(verdict.settings().threshold()).orElse(""));
            json.list(
                    "tests",
                    ruling.tests(),
                    test -> json.object(
                            () -> json.text("class", test.evidence().id().className())
                                    .text("name", test.evidence().id().name())
                                    .number("passed", test.tally().passed())
                                    .number("failed", test.tally().failed())));
        });
    }

    private void cause(Cause cause) {
        json.object("cause", () -> {
            json.text("kind", cause.kind().word())
                    .texts("culprits", cause.culprits())
                    .texts("state", cause.state())
                    .flag("confirmed", cause.confirmed())
                    .texts("shownBy", cause.shownBy());
            if (!cause.probes().isEmpty()) {
                json.list("probes", cause.probes(), this::probes);
            }
        });
    }

    private void probes(Cause.Probes probes) {
        json.object(() -> {
            json.texts("before", probes.before());
            if (probes.more() > 0) {
                json.number("more", probes.more());
            }
            json.text("jvm", probes.jvm());
            if (!probes.undone().isEmpty()) {
                json.texts("undone", probes.undone());
            }
            json.number("runs", probes.runs()).number("failed", probes.failed());
        });
    }

    private void group(FailureGroup group) {
        json.object(() -> {
            json.texts("tests", group.tests().stream().map(VerdictWriter::name).toList());
            json.textUnlessEmpty("alike", group.alike());
            group.cause().ifPresent(this::cause);
            if (!group.contrasts().isEmpty()) {
                json.list("contrasts", group.contrasts(), this::contrast);
            }
        });
    }

    /** The same form that culprits have. */
    private static String name(TestEvidence test) {
        TestId id = test.name().listedAs();
        return id.name().isEmpty() ? id.className() : id.className() + "#" + id.name();
    }

    private void contrast(Contrast contrast) {
        json.object(() -> json.text("what", contrast.circumstance().sort().word())
                .textUnlessEmpty("which", contrast.circumstance().what())
                .number("failedWith", contrast.failedWith())
                .number("failed", contrast.failed())
                .number("passedWith", contrast.passedWith())
                .number("passed", contrast.passed()));
    }

    private void failure(Execution execution) {
        json.object(() -> json.number("round", execution.round())
                .textUnlessEmpty("worker", execution.worker())
                .text("outcome", execution.outcome().word())
                .textUnlessEmpty("what", execution.headline())
                .textUnlessEmpty(
                        "fingerprint",
                        FailureFingerprint.of(execution.outcome()).orElse("")));
    }

    private void time(TimeAccount account) {
        json.number("wallMillis", account.wallMillis()).number("slots", account.slots());
        json.object(
                "millis", () -> account.millis().forEach((spending, millis) -> json.number(spending.word(), millis)));
    }

    private void forbidden() {
        Map<String, Optional<ForbiddenMessage>> counts = new LinkedHashMap<>();
        judgement.reporting().forbidden().forEach(pattern -> counts.put(pattern, Optional.empty()));
        evidence.messages().forEach(message -> counts.put(message.pattern(), Optional.of(message)));
        json.list(
                "forbidden",
                counts.entrySet(),
                entry -> json.object(() -> {
                    json.text("pattern", entry.getKey());
                    json.number(
                            "count",
                            entry.getValue().map(ForbiddenMessage::count).orElse(0L));
                    entry.getValue().ifPresent(message -> json.textUnlessEmpty(
                                    "firstTest", message.firstTest().toString())
                            .text("firstWorker", message.firstWorker()));
                }));
    }

    private void databases() {
        Optional<ResourceFacts> created = evidence.resource(DATABASE, "created");
        Optional<ResourceFacts> disposed = evidence.resource(DATABASE, "disposed");
        json.list(
                "engines",
                UsedEngine.in(evidence),
                used -> json.object(() -> json.text("engine", used.engine())
                        .textUnlessEmpty("database", used.database())
                        .textUnlessEmpty("product", used.product())
                        .textUnlessEmpty("version", used.version())));
        json.number("created", created.map(ResourceFacts::count).orElse(0L));
        json.number("retries", created.map(ResourceFacts::retries).orElse(0L));
        timing("prepareMillis", evidence.resource(DATABASE, "prepared"));
        timing("createMillis", created);
        timing("resetMillis", evidence.resource(DATABASE, "reset"));
        timing("disposeMillis", disposed);
        json.list(
                "slowestTeardowns",
                disposed.map(ResourceFacts::slowest).orElse(List.of()),
                event -> json.object(() -> json.text("worker", event.worker())
                        .textUnlessEmpty("database", event.details().getOrDefault("database", ""))
                        .number("millis", millis(event.micros()))));
        json.object("memory", () -> evidence.resource(DATABASE, "memory")
                .ifPresent(facts -> new TreeMap<>(facts.mostBytes()).forEach(json::number)));
        json.list("leaks", evidence.leaks(), this::leak);
    }

    private void timing(String key, Optional<ResourceFacts> facts) {
        ResourceFacts.Timing timing = facts.map(ResourceFacts::micros).orElse(ResourceFacts.Timing.NONE);
        json.object(key, () -> json.number("p50", millis(timing.p50()))
                .number("p99", millis(timing.p99()))
                .number("max", millis(timing.max())));
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3);
    }

    private void leak(Leak leak) {
        json.object(() -> json.text("what", leak.what())
                .text("openedAt", leak.openedAt())
                .textUnlessEmpty("class", leak.className())
                .flag("fatal", leak.fatal())
                .number("count", leak.count()));
    }
}
