package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.gate.ExceptionRuling;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.Percent;
import io.github.surefoot.analysis.gate.Rates;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.history.Change;
import io.github.surefoot.analysis.history.Remembered;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.SecretOrigin;
import io.github.surefoot.analysis.report.Page.CategoryRow;
import io.github.surefoot.analysis.report.Page.ExceptionRow;
import io.github.surefoot.analysis.report.Page.Fact;
import io.github.surefoot.analysis.report.Page.NewsItem;
import io.github.surefoot.analysis.report.Page.Replay;
import io.github.surefoot.analysis.report.Page.Tile;
import io.github.surefoot.analysis.report.Page.TimeRow;
import io.github.surefoot.analysis.time.Spending;
import io.github.surefoot.analysis.time.TimeAccount;
import io.github.surefoot.core.TestId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the page of a judgement and what the history says of it. */
final class PageBuilder {
    private static final int MOST_NEWS = 50;
    private static final int MOST_NAMES = 3;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Judgement judgement;
    private final Evidence evidence;
    private final Verdict verdict;
    private final Remembered remembered;
    private final ZoneId zone;
    private final SourceRoots roots;
    private final TestLinks links;

    /**
     * Prepares the page.
     *
     * @param prefix what its ids begin with, so that those of several suites can be on one page
     */
    PageBuilder(Judgement judgement, Remembered remembered, ZoneId zone, SourceRoots roots, String prefix) {
        this.roots = roots;
        this.links = new TestLinks(prefix);
        this.judgement = judgement;
        this.evidence = judgement.evidence();
        this.verdict = judgement.verdict();
        this.remembered = remembered;
        this.zone = zone;
    }

    Page build() {
        RunFacts run = evidence.run();
        return new Page(
                links.prefix(),
                run.module().isEmpty() ? "unknown module" : run.module(),
                subtitle(run),
                new VerdictHeadingBuilder(judgement, remembered.changes(), links).build(),
                tiles(),
                news(),
                verdict.exceptions().stream().map(this::exception).toList(),
                RenewedRows.of(judgement, links),
                remembered.notices(),
                categories(),
                time(),
                new DatabasesBuilder(judgement).build(),
                replays(),
                facts(run),
                !remembered.runs().isEmpty(),
                new PageData(judgement, remembered, roots).json());
    }

    private String subtitle(RunFacts run) {
        String when = run.startedAt() == 0
                ? "at an unknown time"
                : WHEN.format(Instant.ofEpochMilli(run.startedAt()).atZone(zone));
        return run.run().isEmpty() ? when : when + ", run " + run.run();
    }

    private List<Tile> tiles() {
        Summary summary = Summary.of(judgement);
        Rates rates = verdict.rates();
        return List.of(
                new Tile("Least reliable test", rates.test().text(), bound(rates, GateKind.TEST)),
                new Tile(
                        "Clean rounds",
                        rates.run().passed() + " of " + rates.run().counted(),
                        verdict.completedRounds() < verdict.plannedRounds()
                                ? verdict.completedRounds() + " of " + verdict.plannedRounds() + " rounds completed"
                                : bound(rates, GateKind.RUN)),
                new Tile("Executions passed", rates.execution().text(), ofKinds(bound(rates, GateKind.EXECUTION))),
                new Tile(
                        "Tests",
                        Integer.toString(verdict.tests().size()),
                        summary.flaky() + " flaky, " + summary.broken() + " broken"),
                new Tile(
                        "Time",
                        Percent.oneDecimal(summary.millis(), 1_000) + " s",
                        "all rounds; " + evidence.run().workers()
                                + evidence.run()
                                        .kind()
                                        .map(kind -> " " + kind.word())
                                        .orElse("")
                                + (evidence.run().workers() == 1 ? " worker" : " workers")));
    }

    /** Says which kinds of workers a bound rests on, where there is more than one. */
    private String ofKinds(String bound) {
        String kinds = evidence.kinds(evidence.tests()).text();
        return kinds.isEmpty() ? bound : bound + ", by " + kinds;
    }

    private static String bound(Rates rates, GateKind kind) {
        return rates.lowerBound(kind)
                .map(bound -> "proves at least " + Percent.rate(bound))
                .orElse("");
    }

    private List<NewsItem> news() {
        return remembered.changes().stream()
                .limit(MOST_NEWS)
                .map(change -> {
                    TestId id = new TestId(change.className(), change.name());
                    return new NewsItem(
                            kind(change), change.kind().word(), id.shortName(), change.sentence(), links.link(id));
                })
                .toList();
    }

    private ExceptionRow exception(ExceptionRuling ruling) {
        boolean breaks = ruling.state().breaks();
        return new ExceptionRow(
                ruling.exception().test().toString(),
                breaks ? "broken" : ruling.state() == ExceptionRuling.State.QUIET ? "reliable" : "flaky",
                ruling.state().word(),
                ruling.tests().stream()
                        .findFirst()
                        .map(test -> links.link(test.evidence().name().listedAs()))
                        .orElse(""),
                ruling.exception().owner().orElse("nobody"),
                ruling.exception().until()
                        + (ruling.daysLeft() < 0 ? ", past" : ", " + ruling.daysLeft() + " days left"),
                Percent.setting(ruling.exception().allowed()),
                ruling.proof(verdict.settings().threshold())
                        .map(proof -> "Remove it: " + proof)
                        .orElse(ruling.sentence()));
    }

    private static String kind(Change change) {
        return switch (change.kind()) {
            case NEWLY_FLAKY, STILL_FLAKY -> "flaky";
            case NEWLY_BROKEN, STILL_BROKEN -> "broken";
            case FIXED -> "reliable";
        };
    }

    private List<CategoryRow> categories() {
        Map<String, Long> counts =
                verdict.tests().stream().collect(Collectors.groupingBy(TestResult::category, Collectors.counting()));
        List<CategoryRow> rows = new ArrayList<>();
        verdict.categories()
                .forEach((name, rates) -> rows.add(new CategoryRow(
                        name,
                        counts.getOrDefault(name, 0L).intValue(),
                        rates.test().text(),
                        rates.run().text(),
                        rates.execution().text(),
                        !rates.of(verdict.settings().gate())
                                .reaches(verdict.settings().threshold()))));
        return rows;
    }

    private List<TimeRow> time() {
        return TimeAccount.of(evidence)
                .map(account -> account.millis().entrySet().stream()
                        .filter(entry -> entry.getKey() != Spending.FIXTURE || entry.getValue() > 0)
                        .map(entry -> new TimeRow(
                                entry.getKey().explanation(),
                                Percent.oneDecimal(entry.getValue(), 1_000) + " s",
                                Math.round(100 * account.share(entry.getKey()))))
                        .toList())
                .orElse(List.of());
    }

    private List<Replay> replays() {
        Map<String, Set<String>> tests = new LinkedHashMap<>();
        evidence.failingWorkers().forEach(worker -> tests.put(worker, new LinkedHashSet<>()));
        for (TestResult test : verdict.worst()) {
            test.failures().forEach(failure -> {
                Set<String> of = tests.get(failure.worker());
                if (of != null) {
                    of.add(test.shortName());
                }
            });
        }
        return tests.entrySet().stream()
                .map(entry -> new Replay(entry.getKey(), judgement.replay(entry.getKey()), some(entry.getValue())))
                .toList();
    }

    private static String some(Set<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private List<Fact> facts(RunFacts run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Run", run.run()));
        facts.add(new Fact("Order", run.order()));
        run.seed().ifPresent(seed -> facts.add(new Fact("Seed", Long.toString(seed))));
        run.about().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(about -> facts.add(new Fact(about.getKey(), about.getValue())));
        String secrets = judgement.reporting().secrets().stream()
                .map(PageBuilder::secret)
                .collect(Collectors.joining(", "));
        facts.add(new Fact("Secrets every worker held", secrets.isEmpty() ? "none declared" : secrets));
        return facts;
    }

    private static String secret(SecretOrigin secret) {
        return secret.name() + " (" + secret.source() + ")";
    }
}
