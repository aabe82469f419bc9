package io.github.surefoot.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The settings of Surefoot by name, whoever reads them: Maven's goals, the parent POM, a worker's resources. The pages of
 * the reference say what each means.
 */
public enum Setting {
    /** How many rounds. */
    ROUNDS("rounds", "repeat", "runs", "times"),
    /** What {@code -Preliability} takes for the rounds: read by the parent POM. */
    RELIABILITY_ROUNDS("reliability.rounds"),
    /** What percentage must be reached. */
    THRESHOLD("threshold"),
    /** What must reach it. */
    GATE("gate"),
    /** At what confidence. */
    CONFIDENCE("confidence"),
    /** Whether rounds are left out once the verdict cannot change. */
    STOP_WHEN_DECIDED("stopWhenDecided"),
    /** How many workers. */
    WORKERS("workers", "forks", "forkCount"),
    /** How many workers if neither the user nor the project's Surefire says. */
    WORKERS_DEFAULT("workers.default"),
    /** What workers share between rounds. */
    WORKERS_KIND("workers.kind", "kind", "fresh", "renewed"),
    /** Whether the same workers run all rounds: the other name of the former. */
    REUSE_WORKERS("reuseWorkers", "warm", "reuseForks"),
    /** Whether workers that are done with a round go on to the next. */
    OVERLAP_ROUNDS("overlapRounds"),
    /** In which order classes and methods run. */
    ORDER("order", "random", "runOrder", "shuffle"),
    /** The seed of a random order. */
    SEED("seed"),
    /** How long a test may take. */
    TEST_TIMEOUT("testTimeout", "timeout"),
    /** How long a round may take. */
    ROUND_TIMEOUT("roundTimeout"),
    /** How long closing a worker's resources may take. */
    DISPOSAL_TIMEOUT("disposalTimeout"),
    /** Slower teardowns are told of. */
    TEARDOWN_TARGET("teardownTarget"),
    /** Messages of which not one may occur. */
    FORBIDDEN("forbidden"),
    /** How tests are sorted by tag. */
    CATEGORIES("categories"),
    /** The tests that their framework may try again. */
    ALLOW_RETRIES("allowRetries"),
    /** The file of the tests that may fail until a date. */
    EXCEPTIONS("exceptions", "quarantine"),
    /** How many of them there may be. */
    EXCEPTIONS_MAX("exceptions.max"),
    /** How many days one may last. */
    EXCEPTIONS_DAYS("exceptions.days"),
    /** Its last day. */
    UNTIL("until"),
    /** Who mends it. */
    OWNER("owner"),
    /** Why it may fail. */
    REASON("reason", "issue"),
    /** Where runs are remembered. */
    HISTORY("history"),
    /** Where class data is kept. */
    CLASS_DATA("classData"),
    /** Which part of the run this machine runs. */
    SHARD("shard", "shards", "split", "parallel"),
    /** What the parts differ in. */
    SHARD_BY("shard.by"),
    /** Which of the project's executions of Surefire is run. */
    EXECUTION("execution"),
    /** What renews for each round what integration tests need. */
    IT_RENEW("it.renew", "renew"),
    /** How long a command of that may take. */
    IT_RENEW_TIMEOUT("it.renew.timeout"),
    /** Whether Surefoot is left out. */
    SKIP("skip"),
    /** The worker that is replayed. */
    WORKER("worker"),
    /** Its journal. */
    JOURNAL("journal"),
    /** Whether a suite that has changed is replayed. */
    REPLAY_ANYWAY("replay.anyway"),
    /** The part of it that is replayed. */
    REPLAY_ONLY("replay.only"),
    /** The module whose worker it is. */
    REPLAY_MODULE("replay.module"),
    /** How long a test is run again and again that does not fail. */
    LOOP_TIME("loop.time", "loop.for", "loop.duration"),
    /** Whether tests run after each change of the sources. */
    LOOP_WATCH("loop.watch", "watch"),
    /** At which port a debugger may attach. */
    LOOP_DEBUG("loop.debug", "debug"),
    /** The tests that are diagnosed, or run until they fail; the test that an exception is made for. */
    TEST("test"),
    /** How much CPU time the diagnosis of a group may take. */
    DIAGNOSE_BUDGET("diagnose.budget"),
    /** Whether it shows what it finds in new JVMs. */
    DIAGNOSE_CONFIRM("diagnose.confirm"),
    /** How much time a search may take. */
    BUDGET("budget", "search.budget", "search.time"),
    /** Since which commit what is new or changed is searched. */
    SINCE("since", "search.since", "diff"),
    /** The ways of a search. */
    SEARCH_WAYS("search.ways", "ways", "strategies"),
    /** What a search makes otherwise around tests. */
    SEARCH_NOISE("search.noise", "noise"),
    /** After how many trials a search ends. */
    SEARCH_TRIALS("search.trials", "trials"),
    /** Whether a search that finds something fails the build. */
    SEARCH_FAIL("search.fail"),
    /** The find of the last search that is shown again. */
    SEARCH_REPLAY("search.replay"),
    /** The journals that are judged. */
    JOURNALS("journals"),
    /** What may not open connections. */
    BACKEND_BANNED("backend.banned"),
    /** The exceptions. */
    BACKEND_ALLOWED("backend.allowed"),
    /** The names of secrets. */
    SECRETS("secrets"),
    /** A file of secrets. */
    SECRETS_DOTENV("secrets.dotenv", "secrets.file"),
    /** Whether secrets that are missing are generated. */
    SECRETS_GENERATE("secrets.generate"),
    /** What becomes of processes that tests leave behind. */
    LEAKED_PROCESSES("leakedProcesses", "processes.leaks"),
    /** What becomes of threads that tests leave behind. */
    THREADS_LEAKS("threads.leaks"),
    /** What may be used beside the worker's database. */
    DATABASE_ALLOW("database.allow"),
    /** Whether tests may reach the database other than through MyBatis. */
    DATABASE_BACKEND("database.backend"),
    /** Liquibase's change log. */
    DATABASE_CHANGE_LOG("database.changeLog"),
    /** Where databases are kept. */
    DATABASE_DIRECTORY("database.directory"),
    /** Where Flyway's migrations are. */
    DATABASE_FLYWAY_LOCATIONS("database.flywayLocations"),
    /** What becomes of commits that keep nothing. */
    DATABASE_LOST_COMMITS("database.lostCommits"),
    /** What becomes of connections that tests leave open. */
    DATABASE_LEAKS("database.leaks"),
    /** MyBatis's mappers in XML. */
    DATABASE_MAPPER_XML("database.mapperXml"),
    /** MyBatis's mappers. */
    DATABASE_MAPPERS("database.mappers"),
    /** MyBatis's migrations. */
    DATABASE_MIGRATIONS("database.migrations"),
    /** MyBatis's configuration. */
    DATABASE_MYBATIS_CONFIG("database.mybatisConfig"),
    /** Where native libraries are. */
    DATABASE_NATIVE("database.native"),
    /** When a database is reset. */
    DATABASE_RESET("database.reset"),
    /** What makes the schema. */
    DATABASE_SCHEMA("database.schema"),
    /** The scripts that make it. */
    DATABASE_SCRIPTS("database.scripts"),
    /** The engine of workers' databases. */
    DATABASE_ENGINE("database.engine"),
    /** Where the programs of a server are that is started. */
    DATABASE_BINARIES("database.binaries"),
    /** The name of the secret that holds the password on the server. */
    DATABASE_PASSWORD("database.password"),
    /** The role on the server. */
    DATABASE_USER("database.user"),
    /** The server and settings of databases; tests see the URL of their own there. */
    DATABASE_URL("database.url"),
    /** The names of databases beside the first. */
    DATABASES("databases"),
    /** Surefoot's own version: read by the parent POM. */
    VERSION("version"),
    /** JUnit's: read by the parent POM. */
    JUNIT_VERSION("junit.version"),
    /** JaCoCo's: read by the parent POM. */
    JACOCO_VERSION("jacoco.version");

    /** What the names of all begin with. */
    public static final String PREFIX = "surefoot.";

    private final String name;
    private final String guesses;

    Setting(String name, String... guesses) {
        this.name = name;
        this.guesses = String.join(" ", guesses);
    }

    /** Returns the whole name, such as {@code surefoot.rounds}. */
    public String key() {
        return PREFIX + name;
    }

    /** Returns the name without its prefix, as it stands below {@code settings} in a POM. */
    public String shortName() {
        return name;
    }

    /** Returns the setting of a whole name. */
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** Returns names that others give to what this setting is for, without a prefix. */
    public List<String> guesses() {
        return guesses.isEmpty() ? List.of() : List.of(guesses.split(" "));
    }
}
