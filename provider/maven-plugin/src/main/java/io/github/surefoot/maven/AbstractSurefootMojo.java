package io.github.surefoot.maven;

import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.history.HistoryLocation;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.report.SourceRoots;
import io.github.surefoot.analysis.report.SuitePart;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.resource.WorkerResource;
import io.github.surefoot.core.secret.SecretsFile;
import io.github.surefoot.maven.ci.CiServer;
import io.github.surefoot.maven.classdata.ClassDataLocation;
import io.github.surefoot.maven.console.ModuleConsole;
import io.github.surefoot.maven.console.OnceConsole;
import io.github.surefoot.maven.console.StatusConsole;
import io.github.surefoot.maven.fixture.EndOfMaven;
import io.github.surefoot.maven.fixture.FixtureRenewal;
import io.github.surefoot.maven.fixture.RenewedFixture;
import io.github.surefoot.maven.round.FixtureException;
import io.github.surefoot.maven.round.ModuleLock;
import io.github.surefoot.maven.round.RoundFixture;
import io.github.surefoot.maven.round.Run;
import io.github.surefoot.maven.round.RunDirectories;
import io.github.surefoot.maven.secret.HeldSecrets;
import io.github.surefoot.maven.secret.PrivateDirectory;
import io.github.surefoot.maven.secret.SecretPreflight;
import io.github.surefoot.maven.secret.SecretSettings;
import io.github.surefoot.maven.server.DatabaseCheck;
import io.github.surefoot.maven.server.DatabaseServer;
import io.github.surefoot.maven.server.StartedPostgres;
import io.github.surefoot.maven.settings.ExceptionSettings;
import io.github.surefoot.maven.settings.GivenSettings;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.settings.UnknownSettings;
import io.github.surefoot.maven.shard.JournalDirectories;
import io.github.surefoot.maven.suite.Commit;
import io.github.surefoot.maven.suite.ModuleKey;
import io.github.surefoot.maven.suite.SiblingModules;
import io.github.surefoot.maven.suite.SuiteFingerprint;
import io.github.surefoot.maven.suite.SuiteRoot;
import io.github.surefoot.maven.surefire.ExposedSecrets;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.TestExecution;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals have: the project, and the properties of Surefoot as the user set them. */
abstract class AbstractSurefootMojo extends AbstractMojo {
    private static final String EXECUTION = Setting.EXECUTION.key();
    static final String PLUGIN = "io.github.surefoot:surefoot-maven-plugin";

    private static final String WORKER_LIBRARY = "io.github.surefoot:surefoot-worker";

    /** The session of this build. */
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The module. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** This plugin. */
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Where everything of a run is written to. */
    @Parameter(defaultValue = "${project.build.directory}/surefoot", readonly = true, required = true)
    private java.io.File directory;

    /** Leaves Surefoot out, and with it the tests. */
    @Parameter(property = "surefoot.skip", defaultValue = "false")
    private String skip;

    /**
     * Properties of Surefoot, without their prefix, for those who would rather set them here than as properties of the
     * project. What is given with -D goes first.
     */
    @Parameter
    private @Nullable Map<String, String> settings;

    private final BuildPluginManager plugins;
    private @Nullable TestExecution current;

    AbstractSurefootMojo(BuildPluginManager plugins) {
        this.plugins = plugins;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            carryOut();
        } catch (MojoExecutionException | MojoFailureException e) {
            failed(e);
        }
    }

    private void carryOut() throws MojoExecutionException, MojoFailureException {
        try {
            if (RunSettings.flag(Setting.SKIP.key(), skip)) {
                getLog().info("Surefoot: skipped (surefoot.skip).");
                return;
            }
            UnknownSettings.refuseInternal(properties());
            warnOfUnknownSettings();
            run();
        } catch (SettingException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Surefoot cannot read or write its files in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Is told of how the goal has failed: a goal after which the build must go on does not let it fail there. */
    void failed(AbstractMojoExecutionException e) throws MojoExecutionException, MojoFailureException {
        failForAll(List.of(e));
    }

    /** Fails for the first of several failures; the others are told before. */
    final void failForAll(List<AbstractMojoExecutionException> failures)
            throws MojoExecutionException, MojoFailureException {
        failures.stream().skip(1).forEach(failure -> getLog().error(failure.getMessage()));
        if (failures.isEmpty()) {
            return;
        }
        if (failures.get(0) instanceof MojoFailureException failure) {
            throw failure;
        }
        throw (MojoExecutionException) failures.get(0);
    }

    /** Does what the goal is for. */
    abstract void run() throws MojoExecutionException, MojoFailureException, IOException;

    final MavenSession session() {
        return session;
    }

    final BuildPluginManager plugins() {
        return plugins;
    }

    final MavenProject project() {
        return project;
    }

    /** Returns where the execution that this goal is at keeps what it writes. */
    final RunDirectories directories() {
        return directories(execution());
    }

    /** Returns where an execution keeps what this goal writes. */
    RunDirectories directories(TestExecution execution) {
        return lastRun(execution);
    }

    /** Returns where the last run of an execution has left what it wrote. */
    final RunDirectories lastRun(TestExecution execution) {
        return new RunDirectories(directory.toPath().resolve(execution.directory()));
    }

    /** Returns which plugin this goal runs, or tells of, where the user names none. */
    TestPlugin runner() {
        return TestPlugin.SUREFIRE;
    }

    /** Returns the execution that this goal is at: the one the user has named, if it is at no other. */
    final TestExecution execution() {
        TestExecution at = current;
        return at != null ? at : named().orElseGet(() -> TestExecution.defaultOf(runner()));
    }

    /** Returns the execution that the user has named. */
    final Optional<TestExecution> named() {
        return property(EXECUTION).map(TestExecution::parse);
    }

    /** Goes to one of several executions, for all that follows. */
    final void at(TestExecution execution) {
        current = execution;
    }

    final String version() {
        return plugin.getVersion();
    }

    final Surefire surefire() {
        return new Surefire(
                session,
                project,
                plugins,
                execution().plugin(),
                plugin.getVersion(),
                execution().id());
    }

    /** Returns the name of the suite that this goal is at. */
    final String module() {
        return execution().suite(project.getGroupId() + ":" + project.getArtifactId());
    }

    /** Returns a name for files of the suite that this goal is at, without that of the module where it is the module's. */
    final String suiteName() {
        return project.getArtifactId()
                + (execution().isOfModule() ? "" : "-" + execution().directory());
    }

    /** Returns the value of a property of Surefoot: given with -D, else in this goal's settings, else in the POM. */
    final Optional<String> property(String name) {
        return given().get(name);
    }

    /** Returns all properties of Surefoot that are set. */
    final Map<String, String> properties() {
        return given().all();
    }

    private GivenSettings given() {
        return new GivenSettings(
                session.getUserProperties(), settings == null ? Map.of() : settings, project.getProperties());
    }

    /** A name that is misspelt would change nothing, and nobody would know. */
    private void warnOfUnknownSettings() {
        OnceConsole console = new OnceConsole(session.getRepositorySession().getData(), getLog());
        UnknownSettings.in(properties(), () -> surefire().testsFind(WorkerResource.class.getName(), WORKER_LIBRARY))
                .forEach(console::warn);
        UnknownSettings.inConfiguration(PluginElements.unknown(project.getPlugin(PLUGIN), plugin))
                .forEach(console::warn);
    }

    /** Returns the jar of the agent for noise, which the plugin depends on. */
    final Path noiseAgent() {
        return plugin.getArtifacts().stream()
                .filter(artifact -> artifact.getArtifactId().equals("surefoot-noise"))
                .map(artifact -> artifact.getFile().toPath())
                .findFirst()
                .orElseThrow();
    }

    /** Returns where the suite's class data is kept; empty if it is not to be shared. */
    final Optional<ClassDataDirectory> classData() {
        return ClassDataLocation.of(
                property(ClassDataLocation.SETTING),
                session().getRequest().getMultiModuleProjectDirectory().toPath(),
                suiteName(),
                project().getBasedir().toPath());
    }

    /** Returns the directory of the local repository. */
    final Path localRepository() {
        return session.getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .toAbsolutePath();
    }

    /**
     * Returns a run on one worker, which is told what is set and what is secret.
     *
     * @param directory the name of its directory below the run's
     * @param server what leads to a database server that was started for it
     */
    final Run runOnOneWorker(String directory, RunSettings how, HeldSecrets secrets, Map<String, String> server)
            throws IOException {
        Map<String, String> forWorker = properties();
        forWorker.putAll(forWorkers(secrets));
        forWorker.putAll(server);
        return new Run(directory, module(), how, 1, fingerprint(), forWorker, Map.of(), Map.of());
    }

    /** What a goal does while no other build of its module may. */
    @FunctionalInterface
    interface Work {
        void run() throws MojoExecutionException, MojoFailureException, IOException;
    }

    /** Does something while no other build writes where this one does, and waits for one that is there. */
    final void alone(Work work) throws MojoExecutionException, MojoFailureException, IOException {
        Path root = session.getRequest().getMultiModuleProjectDirectory().toPath();
        String name = ModuleKey.of(project.getArtifactId(), project.getBasedir().toPath());
        Path file = root.resolve(".surefoot").resolve("locks").resolve(name + ".lock");
        try (ModuleLock lock = ModuleLock.take(file, getLog()::warn)) {
            getLog().debug("Surefoot: other builds wait at " + lock.file());
            work.run();
        }
    }

    /** Returns how what integration tests need is renewed; empty for other tests, and where the user says nothing of it. */
    final Optional<FixtureRenewal> renewal() {
        return execution().plugin() == TestPlugin.FAILSAFE ? FixtureRenewal.parse(this::property) : Optional.empty();
    }

    /**
     * Returns what each round has anew.
     *
     * @param secrets those that its commands may print
     */
    final RoundFixture fixture(HeldSecrets secrets) {
        return renewal()
                .<RoundFixture>map(renewed -> new RenewedFixture(
                        renewed,
                        session,
                        project,
                        plugins,
                        directories().root().resolve("fixture"),
                        secrets.redactor(),
                        getLog()::error))
                .orElse(RoundFixture.NONE);
    }

    /** Runs tests outside of a run of rounds, which have around them what a round has. */
    @SuppressWarnings("try") // It is closed, whatever has happened.
    final void withFixture(HeldSecrets secrets, Work work)
            throws MojoExecutionException, MojoFailureException, IOException {
        try (RoundFixture fixture = fixture(secrets);
                EndOfMaven interrupted = EndOfMaven.closes(fixture)) {
            fixture.begin(1);
            work.run();
            fixture.end(1);
        } catch (FixtureException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns what a person types at the root of the build to see more of this module's failures. */
    final Commands commands() {
        return typed().told();
    }

    /** Returns what a person types at the root of the build to run a goal for this module. */
    final String command(String goal) {
        return typed().compiled(goal);
    }

    /** Returns what a person types at the root of the build to run the suite that this goal is at. */
    final String suiteCommand() {
        return typed().run();
    }

    final GoalCommands typed() {
        boolean several = session.getAllProjects().size() > 1;
        return new GoalCommands(
                several ? session.getTopLevelProject() : project,
                project,
                several,
                several && siblings().any(),
                execution(),
                version());
    }

    /** Returns where the project is checked out, if a CI server runs this build. */
    final Optional<Path> checkout() {
        return CiServer.isPresent(System::getenv)
                ? Optional.of(
                        session.getRequest().getMultiModuleProjectDirectory().toPath())
                : Optional.empty();
    }

    /** Returns the other modules of this build that the tests of this one use. */
    final SiblingModules siblings() {
        return new SiblingModules(project, session.getProjects(), session.getAllProjects());
    }

    /** Returns where lines of this module are printed: with its name, if other modules print at the same time. */
    final ModuleConsole console() {
        boolean several = isConcurrent() && session.getProjects().size() > 1;
        return new ModuleConsole(getLog(), several ? project.getArtifactId() : "");
    }

    /** Returns the status line of the terminal. */
    final StatusConsole status() {
        return StatusConsole.find(session.getRequest().isInteractiveMode() && !isConcurrent(), System::getenv);
    }

    private boolean isConcurrent() {
        return session.getRequest().getDegreeOfConcurrency() > 1;
    }

    /** Returns what the settings say of exceptions; the file is not read yet. */
    final ExceptionSettings exceptionSettings() {
        return ExceptionSettings.parse(
                this::property,
                project.getBasedir().toPath(),
                project.getTestCompileSourceRoots().stream().map(Path::of).toList());
    }

    /**
     * Reads the exceptions of this module.
     *
     * @throws SettingException if their file is not as it must be
     * @throws IOException if it cannot be read
     */
    final AllowedFailures exceptions() throws IOException {
        return exceptionSettings().read(LocalDate.now(ZoneId.systemDefault()), !isPartial());
    }

    /**
     * Returns the directories of journals that a user names; that of the module's last run if none is named.
     *
     * @throws SettingException if what is named is not there
     * @throws IOException if what is there cannot be listed
     */
    final List<Path> journals(@Nullable String named) throws IOException {
        return named == null
                ? List.of(directories().journals())
                : new JournalDirectories(
                                project.getBasedir().toPath(),
                                session.getRequest()
                                        .getMultiModuleProjectDirectory()
                                        .toPath())
                        .named(named);
    }

    /** Tells whether this build is of a part of the suite, so that what does not run says nothing. */
    boolean isPartial() {
        return execution().plugin().filters().values().stream()
                .anyMatch(filter -> session.getUserProperties().getProperty(filter) != null);
    }

    /** Returns the CI server that this build runs on, if any. */
    final CiServer ciServer() {
        List<Path> tests =
                project.getTestCompileSourceRoots().stream().map(Path::of).toList();
        return new CiServer(System::getenv, project.getBasedir().toPath(), tests);
    }

    final Publication publication() {
        Path base = project.getBasedir().toPath();
        Path reports = surefire()
                .configuration()
                .get("reportsDirectory")
                .map(base::resolve)
                .orElse(Path.of(
                        project.getBuild().getDirectory(), execution().plugin().reports()));
        List<Path> tests =
                project.getTestCompileSourceRoots().stream().map(Path::of).toList();
        return new Publication(
                directories(),
                reports,
                execution().isDefault() ? "" : "-" + execution().directory(),
                history(),
                ciServer(),
                commands(),
                console(),
                new SourceRoots(
                        base,
                        Stream.concat(
                                        tests.stream(),
                                        project.getCompileSourceRoots().stream().map(Path::of))
                                .toList()),
                pages());
    }

    /** Returns the page on which what this goal judges is told. */
    Publication.Pages pages() {
        String suite = execution().directory();
        return new Publication.Pages() {
            @Override
            public String suite() {
                return suite;
            }

            @Override
            public Path page() {
                return new ModuleReport(project).page();
            }

            @Override
            public void judged(SuitePart part, boolean counts) throws IOException {
                new BuildSuites(session, getLog()).judged(project, part, counts);
            }
        };
    }

    /**
     * Returns where runs are remembered.
     *
     * @throws SettingException if the setting names no such place
     */
    final HistoryLocation history() {
        Path root = session.getRequest().getMultiModuleProjectDirectory().toPath();
        try {
            return HistoryLocation.parse(property(HistoryLocation.SETTING).orElse(".surefoot/history.db"), root);
        } catch (IllegalArgumentException e) {
            throw new SettingException(e);
        }
    }

    /** Returns the server that is started for the workers; none if the project wants none. */
    final Optional<DatabaseServer> databaseServer() {
        return DatabaseServer.wanted(this::property);
    }

    /** What a goal does with the settings of a server that runs meanwhile. */
    @FunctionalInterface
    interface Served {
        void run(Map<String, String> forWorkers) throws MojoExecutionException, MojoFailureException, IOException;
    }

    /** Does something while the server runs that the project wants, if it wants one. */
    final void served(HeldSecrets secrets, int workers, Served work)
            throws MojoExecutionException, MojoFailureException, IOException {
        Optional<DatabaseServer> wanted = databaseServer();
        if (wanted.isEmpty()) {
            work.run(Map.of());
            return;
        }
        String password = secrets.value(DatabaseServer.PASSWORD).orElseThrow();
        try (StartedPostgres server = wanted.get().start(password, workers, getLog()::info)) {
            getLog().info("Surefoot: databases of PostgreSQL, on a server that is started for the workers ("
                    + wanted.get().directory() + ")");
            work.run(wanted.get().forWorkers(server));
        }
    }

    /** What a goal does with JVMs like the one worker of a run that it plans. */
    @FunctionalInterface
    interface OneWorker {
        void run(Surefire masked, Run run, HeldSecrets secrets, PrivateDirectory files)
                throws MojoExecutionException, MojoFailureException, IOException;
    }

    /**
     * Does something with all that one worker is given: the secrets, the server that the project wants, and a directory
     * that nobody else may read.
     *
     * @param directory the name of the run's directory below those of other runs
     */
    final void asOneWorker(SettingsDecrypter decrypter, String directory, RunSettings how, OneWorker work)
            throws MojoExecutionException, MojoFailureException, IOException {
        DatabaseCheck.of(this::property);
        try (HeldSecrets secrets =
                        SecretPreflight.of(session, decrypter, getLog()).hold(secretSettings());
                PrivateDirectory files = PrivateDirectory.create()) {
            Surefire surefire = surefire();
            new ExposedSecrets(secrets.redactor()).in(surefire).forEach(getLog()::warn);
            Surefire masked = surefire.masking(secrets.redactor());
            served(
                    secrets,
                    1,
                    server -> withFixture(
                            secrets,
                            () -> work.run(masked, runOnOneWorker(directory, how, secrets, server), secrets, files)));
        }
    }

    final SecretSettings secretSettings() {
        SecretSettings declared = declaredSecrets();
        return databaseServer().isPresent() ? declared.withGenerated(DatabaseServer.PASSWORD) : declared;
    }

    private SecretSettings declaredSecrets() {
        return new SecretSettings(
                property(Setting.SECRETS.key()).orElse(""),
                property(Setting.SECRETS_DOTENV.key())
                        .filter(file -> !file.isBlank())
                        .map(file -> project.getBasedir().toPath().resolve(file.strip())),
                property(Setting.SECRETS_GENERATE.key()).orElse("false"));
    }

    /** Returns what workers are told of the secrets: where they are, never what they are. */
    static Map<String, String> forWorkers(HeldSecrets secrets) {
        return secrets.file()
                .map(file -> Map.of(SecretsFile.SETTING, file.toString()))
                .orElse(Map.of());
    }

    /** Returns the commit that is checked out, as CI servers tell it or as git does. */
    final Optional<String> commit() {
        return Commit.of(project.getBasedir().toPath(), System::getenv);
    }

    /** Returns where the module's own sources and resources lie. */
    final List<SuiteRoot> roots() {
        // A goal that has Maven compile first, as replay, does not see in its own project what plugins have added.
        MavenProject compiled =
                Optional.ofNullable(project.getExecutionProject()).orElse(project);
        return SiblingModules.roots(compiled, true);
    }

    final String fingerprint() throws IOException {
        List<SuiteRoot> roots = new ArrayList<>(roots());
        SiblingModules siblings = siblings();
        roots.addAll(siblings.roots());
        Map<String, String> dependencies = new HashMap<>(surefire().onTestClassPath());
        dependencies.putAll(siblings.jars());
        return SuiteFingerprint.of(roots, dependencies);
    }
}
