package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.history.HistoryLocation;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretNames;
import io.github.surefoot.maven.backend.BackendRules;
import io.github.surefoot.maven.classdata.ClassDataLocation;
import io.github.surefoot.maven.diagnose.FailedRun;
import io.github.surefoot.maven.fixture.FixtureRenewal;
import io.github.surefoot.maven.loop.LoopSettings;
import io.github.surefoot.maven.search.BurnIn;
import io.github.surefoot.maven.search.FindFile;
import io.github.surefoot.maven.search.SearchSettings;
import io.github.surefoot.maven.server.DatabaseCheck;
import io.github.surefoot.maven.settings.Durations;
import io.github.surefoot.maven.settings.ExceptionRequest;
import io.github.surefoot.maven.settings.ExceptionSettings;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.shard.ShardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every property that the reference lists, with nonsense: one error that names it, the value and what is allowed. */
class NonsenseTest {
    private static final Pattern PROPERTY = Pattern.compile("`(surefoot\\.[A-Za-z.]+)`");

    /**
     * What needs a module, a journal or Surefire to be looked at: provider/its, or for {@code surefoot.execution} a
     * test of Surefire's executions and for {@code surefoot.replay.only} {@code ReplayPartTest}, gives them nonsense.
     */
    private static final List<String> IN_ITS = List.of(
            "surefoot.execution",
            "surefoot.worker",
            "surefoot.journal",
            "surefoot.journals",
            "surefoot.replay.module",
            "surefoot.replay.only",
            "surefoot.secrets.dotenv");

    /** Of these any text will do. */
    private static final List<String> TEXTS = List.of("surefoot.owner", "surefoot.reason");

    private interface Reading {
        void of(String property, String value) throws Exception;
    }

    private record Case(String property, String value, String allowed, Reading reading) {
        @Override
        public String toString() {
            return property + "=" + value;
        }
    }

    static Stream<Case> nonsense() {
        return Stream.of(
                run("surefoot.rounds", "0", "1 to 100000"),
                run("surefoot.rounds", "-3", "1 to 100000"),
                run("surefoot.rounds", "100001", "1 to 100000"),
                run("surefoot.rounds", "1e3", "1 to 100000"),
                run("surefoot.rounds", "99999999999999999999", "1 to 100000"),
                run("surefoot.rounds", "five", "1 to 100000"),
                judge("surefoot.threshold", "105", "0 to 100"),
                judge("surefoot.threshold", "-1", "0 to 100"),
                judge("surefoot.threshold", "0.95", "Did you mean 95?"),
                judge("surefoot.threshold", "95%", "0 to 100"),
                judge("surefoot.threshold", "NaN", "0 to 100"),
                judge("surefoot.threshold", "95,5", "0 to 100"),
                judge("surefoot.gate", "tests", "test, run or execution"),
                judge("surefoot.confidence", "100", "above 50 and below 100"),
                judge("surefoot.confidence", "50", "above 50 and below 100"),
                judge("surefoot.confidence", "sure", "above 50 and below 100"),
                judge("surefoot.stopWhenDecided", "maybe", "'true', 'false' or 'not-held'"),
                new Case(
                        "surefoot.it.renew",
                        " => ",
                        "docker:start=>docker:stop",
                        (property, value) ->
                                FixtureRenewal.parse(name -> Optional.of(value).filter(set -> name.equals(property)))),
                new Case(
                        "surefoot.it.renew.timeout",
                        "10",
                        "ms, s, m or h",
                        (property, value) -> FixtureRenewal.parse(
                                name -> Optional.of(name.equals(property) ? value : "./reset.sh"))),
                run("surefoot.workers", "0", "above zero"),
                run("surefoot.workers", "0C", "above zero"),
                run("surefoot.workers", "-2", "above zero"),
                run("surefoot.workers", "two", "above zero"),
                run("surefoot.workers.default", "some", "above zero"),
                run("surefoot.leakedProcesses", "ignore", "'warn', 'fail' or 'off'"),
                run("surefoot.workers", "1c", "above zero"),
                database("surefoot.threads.leaks", "ignore", "warn, fail, off"),
                database("surefoot.database.engine", "oracle", "sqlite, h2, postgresql, mariadb, mysql"),
                database("surefoot.database.engine", "mariadb", "jdbc:mariadb://HOST:PORT/"),
                database("surefoot.database.engine", "mysql", "jdbc:mysql://HOST:PORT/"),
                database("surefoot.database.schema", "sql", "auto, scripts, flyway, liquibase, migrations"),
                database("surefoot.database.reset", "sometimes", "class, test, never"),
                database("surefoot.database.leaks", "perhaps", "warn, fail"),
                database("surefoot.database.lostCommits", "maybe", "warn, fail, off"),
                database("surefoot.database.backend", "pool", "any, mybatis"),
                run("surefoot.workers.kind", "hot", "'fresh', 'renewed' or 'warm'"),
                run("surefoot.reuseWorkers", "yes", "'true' or 'false'"),
                run("surefoot.overlapRounds", "no", "'true' or 'false'"),
                run("surefoot.order", "sideways", "'configured', 'random', 'reversed' or 'pairs'"),
                run("surefoot.seed", "lucky", "a whole number"),
                run("surefoot.seed", "1.5", "a whole number"),
                run("surefoot.testTimeout", "30", "ms, s, m or h"),
                run("surefoot.testTimeout", "0s", "above zero"),
                run("surefoot.testTimeout", "-1s", "ms, s, m or h"),
                run("surefoot.roundTimeout", "1d", "ms, s, m or h"),
                run("surefoot.disposalTimeout", "soon", "ms, s, m or h"),
                run("surefoot.disposalTimeout", "0ms", "above zero"),
                judge("surefoot.teardownTarget", "2", "ms, s, m or h"),
                judge("surefoot.forbidden", "/(/", "Mend the expression"),
                judge("surefoot.categories", "unit,,=x", "surefoot.categories"),
                judge("surefoot.categories", "a b", "surefoot.categories"),
                exceptions("surefoot.exceptions", "nowhere.yaml", "a file"),
                exceptions("surefoot.exceptions.max", "many", "a whole number"),
                exceptions("surefoot.exceptions.max", "-1", "a whole number"),
                exceptions("surefoot.exceptions.days", "3651", "days up to 3650"),
                except("surefoot.test", "CartTest#adds(int)", "shop.CartTest#expires"),
                except("surefoot.until", "tomorrow", "a day from 2027-01-01 to 2027-04-01"),
                except("surefoot.until", "2026-12-31", "a day from 2027-01-01 to 2027-04-01"),
                except("surefoot.until", "2027-04-02", "a day from 2027-01-01 to 2027-04-01"),
                judge("surefoot.allowRetries", "CartTest#adds(int)", "CartTest,shop.OrderTest#ships,*IT"),
                shard("surefoot.shard", "6/5", "INDEX/TOTAL counted from 1"),
                shard("surefoot.shard", "2", "INDEX/TOTAL counted from 1"),
                shard("surefoot.shard.by", "tests", "'classes' or 'rounds'"),
                history("jdbc:mysql://host/db", "jdbc:postgresql://host/database, or none"),
                history("", "such as .surefoot/history.db"),
                history("a\0b", "such as .surefoot/history.db"),
                classData("", "a directory, for example .surefoot/class-data, or 'none'"),
                classData("a\0b", "a directory, for example .surefoot/class-data, or 'none'"),
                flag("surefoot.skip", "perhaps"),
                flag("surefoot.replay.anyway", "perhaps"),
                loop("surefoot.loop.time", "60", "ms, s, m or h"),
                loop("surefoot.loop.watch", "perhaps", "'true' or 'false'"),
                loop("surefoot.loop.debug", "65536", "a port from 1 to 65535"),
                loop("surefoot.loop.debug", "here", "a port from 1 to 65535"),
                loop("surefoot.workers.kind", "warm", "'renewed' or 'fresh'"),
                search("surefoot.budget", "10", "ms, s, m or h"),
                search("surefoot.search.ways", "sideways", "usual, class, alone, reversed, shuffled, pairs, noise"),
                search("surefoot.search.ways", "alone,,pairs", "separated by commas"),
                search("surefoot.search.noise", "thunder", "'all', 'off', or some of zone, locale"),
                search("surefoot.search.trials", "0", "above zero"),
                search("surefoot.search.fail", "perhaps", "'true' or 'false'"),
                search("surefoot.seed", "lucky", "a whole number"),
                new Case(
                        "surefoot.search.replay",
                        "no-such-find",
                        "the number of a find",
                        (p, v) -> FindFile.read(v, Path.of("nowhere"))),
                new Case(
                        "surefoot.since",
                        "no-such-branch",
                        "a branch, tag or commit",
                        (p, v) -> BurnIn.since(Path.of("").toAbsolutePath(), v, List.of(), List.of())),
                flag("surefoot.diagnose.confirm", "perhaps"),
                new Case("surefoot.diagnose.budget", "60", "ms, s, m or h", Durations::parse),
                new Case("surefoot.test", "NoTest", "CartTest#expires", (p, v) -> new FailedRun(
                                List.of(), EvidenceReader.read(List.of()))
                        .groups(Optional.of(v))),
                new Case("surefoot.backend.banned", "%", "drivermanager", (p, v) -> BackendRules.parse(v, "")),
                new Case("surefoot.backend.allowed", "%", "com.acme.Import", (p, v) -> BackendRules.parse("", v)),
                new Case("surefoot.secrets", "1KEY", "letter", (p, v) -> SecretNames.parse(p, v)),
                new Case("surefoot.secrets.generate", "KEY!", "letter", (p, v) -> SecretNames.parse(p, v)));
    }

    private static Case shard(String property, String value, String allowed) {
        return new Case(
                property,
                value,
                allowed,
                (p, v) -> ShardSettings.parse(name -> Optional.of(v).filter(any -> name.equals(p)), name -> null));
    }

    private static Case run(String property, String value, String allowed) {
        return new Case(property, value, allowed, (p, v) -> RunSettings.parse(only(p, v), new Random(1)));
    }

    private static Case judge(String property, String value, String allowed) {
        return new Case(property, value, allowed, (p, v) -> JudgeSettings.parse(only(p, v)));
    }

    private static Case exceptions(String property, String value, String allowed) {
        return new Case(
                property,
                value,
                allowed,
                (p, v) -> ExceptionSettings.parse(only(p, v), Path.of("").toAbsolutePath(), List.of()));
    }

    /** What the other settings say is in order. */
    private static Case except(String property, String value, String allowed) {
        LocalDate today = LocalDate.of(2027, 1, 1);
        Map<String, String> sound = Map.of("surefoot.test", "CartTest", "surefoot.until", "2027-02-01");
        return new Case(
                property,
                value,
                allowed,
                (p, v) -> ExceptionRequest.parse(
                        name -> only(p, v).apply(name).or(() -> Optional.ofNullable(sound.get(name))),
                        today,
                        today.plusDays(90)));
    }

    private static Case loop(String property, String value, String allowed) {
        return new Case(property, value, allowed, (p, v) -> {
            Map<String, String> given = new HashMap<>(Map.of("surefoot.test", "CartTest"));
            given.put(p, v);
            LoopSettings.parse(
                    name -> Optional.ofNullable(given.get(name)), RunSettings.parse(only(p, v), new Random(1)));
        });
    }

    private static Case search(String property, String value, String allowed) {
        return new Case(property, value, allowed, (p, v) -> SearchSettings.parse(only(p, v), new Random(1)));
    }

    private static Case history(String value, String allowed) {
        return new Case(
                "surefoot.history",
                value,
                allowed,
                (p, v) -> HistoryLocation.parse(v, Path.of("").toAbsolutePath()));
    }

    private static Case classData(String value, String allowed) {
        Path root = Path.of("").toAbsolutePath();
        return new Case(
                ClassDataLocation.SETTING,
                value,
                allowed,
                (p, v) -> ClassDataLocation.of(Optional.of(v), root, "shop", root));
    }

    private static Case database(String property, String value, String allowed) {
        return new Case(property, value, allowed, (p, v) -> DatabaseCheck.of(only(p, v)));
    }

    private static Case flag(String property, String value) {
        return new Case(property, value, "'true' or 'false'", RunSettings::flag);
    }

    private static java.util.function.Function<String, Optional<String>> only(String property, String value) {
        return name -> Optional.of(value).filter(any -> name.equals(property));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void isRefusedByName(Case nonsense) {
        @Nullable
        Throwable refused = catchThrowable(() -> nonsense.reading().of(nonsense.property(), nonsense.value()));

        assertThat(refused)
                .isInstanceOfAny(SettingException.class, IllegalArgumentException.class, SecretFaultException.class)
                .hasMessageContaining(nonsense.property())
                .hasMessageContaining(nonsense.allowed());
        if (nonsense.property().startsWith("surefoot.secrets")) {
            assertThat(refused).as("it might be a secret").hasMessageNotContaining(nonsense.value());
        } else {
            assertThat(refused).hasMessageContaining(nonsense.value());
        }
        assertThat(String.valueOf(refused.getMessage()).lines()).as("one line").hasSize(1);
    }

    @Test
    void noPropertyOfTheReferenceIsLeftOut() throws IOException {
        Set<String> documented = documented("properties.md", "secrets.md");
        assertThat(documented).contains("surefoot.rounds", "surefoot.secrets");
        documented.removeAll(nonsense().map(Case::property).toList());
        documented.removeAll(TEXTS);
        assertThat(documented).isSubsetOf(IN_ITS);
    }

    /** What is not among the settings is warned of, and what is must be explained. */
    @Test
    void theReferenceHasTheSettingsAndNoOthers() throws IOException {
        Set<String> settings =
                Stream.of(Setting.values()).map(Setting::key).collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = documented("properties.md", "secrets.md", "database.md", "backend.md");
        assertThat(settings).containsAll(documented);
        settings.removeAll(documented);
        assertThat(settings)
                .as("what only the parent POM and workers set")
                .containsExactly(
                        "surefoot.jacoco.version",
                        "surefoot.junit.version",
                        "surefoot.reliability.rounds",
                        "surefoot.version");
    }

    private static Set<String> documented(String... pages) throws IOException {
        Set<String> documented = new TreeSet<>();
        for (String page : pages) {
            for (String line : Files.readAllLines(Path.of("..", "..", "docs", "reference", page))) {
                Matcher name = PROPERTY.matcher(line.split("\\|").length > 2 ? line.split("\\|")[1] : "");
                while (name.find()) {
                    documented.add(name.group(1));
                }
            }
        }
        return documented;
    }
}
