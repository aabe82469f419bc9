package io.github.surefoot.maven.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.maven.classdata.ClassData;
import io.github.surefoot.maven.renewal.DifferingClasses;
import io.github.surefoot.maven.renewal.RenewalSettings;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.surefire.Clashes;
import io.github.surefoot.maven.surefire.Surefire;
import io.github.surefoot.maven.surefire.SurefireDescriptor;
import io.github.surefoot.maven.surefire.TestPlugin;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every parameter of Failsafe's two goals, as its own descriptor has them, reaches the real one as the user has set it, by
 * a property or in the POM; but for those of which the reference says otherwise.
 */
class FailsafeParametersTest implements RoundListener {
    private static final String RUNS = "integration-test";
    private static final String FAILS = "verify";

    private final Map<String, ParameterTable.Row> table = new LinkedHashMap<>();
    private Map<String, ParameterTable.Row> own = Map.of();

    @TempDir
    private Path root;

    /** What is true of Surefire is true of Failsafe, with its word in the property, unless its own table has another row. */
    @BeforeEach
    void readTables() throws Exception {
        ParameterTable.below("## Every parameter")
                .forEach((name, row) -> table.put(
                        name, new ParameterTable.Row(row.property().replace("surefire.", "failsafe."), row.words())));
        own = ParameterTable.below("## Failsafe's parameters");
        assertThat(own)
                .as("its own rows are none that nobody needs")
                .isNotEmpty()
                .allSatisfy((name, row) -> assertThat(row).as(name).isNotEqualTo(table.get(name)));
        table.putAll(own);
    }

    @Test
    void everyParameterOfBothGoalsIsThereWithItsProperty() throws Exception {
        SurefireDescriptor failsafe = SurefireDescriptor.read(TestPlugin.FAILSAFE);
        Map<String, String> ofTables = new LinkedHashMap<>();
        table.forEach((name, row) -> ofTables.put(name, row.property()));
        Map<String, String> ofFailsafe = new LinkedHashMap<>();
        failsafe.parameters().forEach((name, parameter) -> ofFailsafe.put(name, parameter.property()));
        assertThat(ofTables).isEqualTo(ofFailsafe);
        failsafe.parametersOf(FAILS).forEach((name, parameter) -> assertThat(parameter.property())
                .as("%s is set by one property in both goals", name)
                .isEqualTo(ofFailsafe.get(name)));
    }

    @Test
    void eachPropertyReachesBothGoalsOfOneRound() throws Exception {
        FakeSurefire maven = new FakeSurefire(TestPlugin.FAILSAFE).given(byProperty());
        Surefire failsafe = maven.surefire(new Xpp3Dom("configuration"));
        run(maven, failsafe, Map.of("surefoot.rounds", "1"));
        failsafe.verdict();

        assertThat(otherwise(maven, RUNS, this::hasProperty))
                .as("the number of workers is what the run was planned with")
                .containsExactly("forkCount");
        assertThat(otherwise(maven, FAILS, this::hasProperty)).isEmpty();
    }

    @Test
    void eachParameterOfThePomReachesBothGoalsOfOneRound() throws Exception {
        FakeSurefire maven = new FakeSurefire(TestPlugin.FAILSAFE);
        Surefire failsafe = maven.surefire(configuration());
        run(maven, failsafe, Map.of("surefoot.rounds", "1"));
        failsafe.verdict();

        assertThat(otherwise(maven, RUNS, this::isConfigurable))
                .as("the summary of this execution alone becomes the project's")
                .containsExactly("forkCount", "summaryFile");
        assertThat(otherwise(maven, FAILS, this::isConfigurable)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inSeveralRoundsOnlyWhatTheTablesCallSetIsAnotherThanTheUsers(boolean byProperties) throws Exception {
        Set<String> changed = new TreeSet<>();
        for (String kind : List.of("fresh", "warm")) {
            FakeSurefire maven = new FakeSurefire(TestPlugin.FAILSAFE).given(byProperties ? byProperty() : Map.of());
            run(
                    maven,
                    maven.surefire(byProperties ? new Xpp3Dom("configuration") : configuration()),
                    Map.of("surefoot.rounds", "2", "surefoot.roundTimeout", "1h", "surefoot.workers.kind", kind));
            changed.addAll(otherwise(maven, RUNS, byProperties ? this::hasProperty : this::isConfigurable));
        }
        Set<String> said = new TreeSet<>(called("set"));
        said.removeIf(name -> byProperties && !hasProperty(name));
        // Only while secrets are held, and only if the user has not chosen one: SurefireConfigurationTest.
        said.remove("forkNode");
        // Of the other goal, which the gate stands in for.
        said.remove("testFailureIgnore");
        assertThat(changed).isEqualTo(said);
    }

    @Test
    void whatIsToldOfAndWhatIsRefusedIsWhatThePluginKnows() {
        assertThat(called("told of"))
                .isEqualTo(found(name -> anyValue(
                        name, value -> Clashes.in(TestPlugin.FAILSAFE, value).isEmpty())));
        assertThat(called("refused"))
                .isEqualTo(found(name -> anyValue(name, value -> Clashes.refused(TestPlugin.FAILSAFE, value)
                        .isEmpty())));
    }

    private static boolean anyValue(String name, Predicate<Function<String, Optional<String>>> isFine) {
        return Stream.of("0", "1", "true")
                .anyMatch(value ->
                        !isFine.test(asked -> asked.equals(name) ? Optional.of(value) : Optional.<String>empty()));
    }

    /** Returns the parameters of a goal that have another value than the user has given them. */
    private Set<String> otherwise(FakeSurefire maven, String goal, Predicate<String> given) throws Exception {
        Map<String, String> reached = maven.reached(goal).get(0);
        Set<String> ofGoal =
                SurefireDescriptor.read(TestPlugin.FAILSAFE).parametersOf(goal).keySet();
        return ofGoal.stream()
                .filter(given)
                .filter(name -> !value(name).equals(reached.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> byProperty() {
        return found(this::hasProperty).stream()
                .collect(Collectors.toMap(name -> row(name).property(), FailsafeParametersTest::value));
    }

    private Xpp3Dom configuration() {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (String name : found(this::isConfigurable)) {
            Xpp3Dom element = new Xpp3Dom(name);
            element.setValue(value(name));
            configuration.addChild(element);
        }
        return configuration;
    }

    private static String value(String name) {
        return "the user's " + name;
    }

    /** The directory of the module is called so, too, and Maven knows that itself. */
    private boolean hasProperty(String name) {
        return !row(name).property().isEmpty() && !row(name).property().equals("basedir");
    }

    private boolean isConfigurable(String name) {
        return !row(name).words().contains("Maven's own");
    }

    private ParameterTable.Row row(String name) {
        return Optional.ofNullable(table.get(name)).orElseThrow();
    }

    private Set<String> called(String word) {
        return found(name -> row(name).words().contains(word));
    }

    private Set<String> found(Predicate<String> condition) {
        return table.keySet().stream().filter(condition).collect(Collectors.toCollection(TreeSet::new));
    }

    private void run(FakeSurefire maven, Surefire failsafe, Map<String, String> settings) throws Exception {
        maven.then(properties -> {}).then(properties -> {});
        Run run = new Run(
                "run-1",
                "shop:shop",
                RunSettings.parse(name -> Optional.ofNullable(settings.get(name)), new Random(1)),
                2,
                "abcdef",
                Map.of(),
                Map.of(),
                Map.of());
        new RoundEngine(
                        failsafe,
                        run,
                        new RunDirectories(root),
                        ClassData.none(),
                        new RenewalSettings(
                                Optional.empty(),
                                path -> true,
                                new DifferingClasses(root.resolve("differing"), "", List.of())),
                        this,
                        Interruption.none())
                .run();
    }

    @Override
    public boolean roundFinished(RoundSummary summary) {
        return true;
    }

    @Override
    public boolean isDecided() {
        return true;
    }

    @Override
    public void confirmsRound() {}

    @Override
    public void underWay(Progress progress) {}

    @Override
    public void processLeft(LeftProcess left) {}

    @Override
    public void notRenewed(String why) {}

    @Override
    public void unevenShards(ShardPlan.LongestClass longest, double slowestOverMean) {}

    @Override
    public void confirms(String worker, int classes) {}

    @Override
    public void takenUpAgain(int round, int classes, String fault) {}
}
