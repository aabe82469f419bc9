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

/** The table of the reference names every parameter of Surefire, and says of each what is true. */
class SurefireParametersTest implements RoundListener {
    private final Map<String, ParameterTable.Row> table = new LinkedHashMap<>();

    @TempDir
    private Path root;

    @BeforeEach
    void readTable() throws Exception {
        table.putAll(ParameterTable.below("## Every parameter"));
    }

    @Test
    void everyParameterOfSurefireIsThereWithItsProperty() throws Exception {
        Map<String, String> ofSurefire = new LinkedHashMap<>();
        SurefireDescriptor.read(TestPlugin.SUREFIRE)
                .parameters()
                .forEach((name, parameter) -> ofSurefire.put(name, parameter.property()));
        Map<String, String> ofTable = new LinkedHashMap<>();
        table.forEach((name, row) -> ofTable.put(name, row.property()));
        assertThat(ofTable).isEqualTo(ofSurefire);
    }

    @Test
    void onlyWhatNobodyCanConfigureIsMavensOwn() throws Exception {
        Set<String> fixed = SurefireDescriptor.read(TestPlugin.SUREFIRE).parameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().editable())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(called("Maven's own")).isEqualTo(fixed);
    }

    @Test
    void whatIsToldOfAndWhatIsRefusedIsWhatThePluginKnows() {
        assertThat(called("told of"))
                .isEqualTo(found(name -> anyValue(
                        name, value -> Clashes.in(TestPlugin.SUREFIRE, value).isEmpty())));
        assertThat(called("refused"))
                .isEqualTo(found(name -> anyValue(name, value -> Clashes.refused(TestPlugin.SUREFIRE, value)
                        .isEmpty())));
    }

    /** Tells whether a value of a parameter that is set alone is not let through. */
    private static boolean anyValue(String name, Predicate<Function<String, Optional<String>>> isFine) {
        return Stream.of("0", "1", "true")
                .anyMatch(value ->
                        !isFine.test(asked -> asked.equals(name) ? Optional.of(value) : Optional.<String>empty()));
    }

    @Test
    void everythingElseReachesSurefireAsTheUserSetIt() throws Exception {
        Set<String> changed = new TreeSet<>(changed(Map.of("surefoot.rounds", "2", "surefoot.roundTimeout", "1h")));
        changed.addAll(changed(Map.of("surefoot.rounds", "2", "surefoot.reuseWorkers", "true")));
        Set<String> said = called("set");
        // Only while secrets are held, and only if the user has not chosen one: SurefireConfigurationTest.
        said.remove("forkNode");
        assertThat(changed).isEqualTo(said);
    }

    @Test
    void aParameterThatSurefireNoLongerHasIsNamed() throws Exception {
        Xpp3Dom users = new Xpp3Dom("configuration");
        for (String name : List.of("argLine", "forkMode")) {
            Xpp3Dom element = new Xpp3Dom(name);
            element.setValue("once");
            users.addChild(element);
        }
        assertThat(new FakeSurefire().surefire(users).leftOut())
                .singleElement()
                .asString()
                .contains("no parameter 'forkMode'")
                .contains("Remove it");
    }

    /** Returns which values of a configuration that sets everything are other ones when Surefire gets them. */
    private Set<String> changed(Map<String, String> settings) throws Exception {
        Xpp3Dom users = new Xpp3Dom("configuration");
        for (String name : found(name -> !called("Maven's own").contains(name))) {
            Xpp3Dom element = new Xpp3Dom(name);
            element.setValue("the user's " + name);
            users.addChild(element);
        }
        FakeSurefire maven = new FakeSurefire().then(properties -> {}).then(properties -> {});
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
                        maven.surefire(users),
                        run,
                        new RunDirectories(root),
                        ClassData.none(),
                        renewal(),
                        this,
                        Interruption.none())
                .run();
        List<Map<String, String>> reached = maven.reached("test");
        return found(name -> reached.stream()
                .map(parameters -> parameters.get(name))
                .anyMatch(value -> value != null && !value.equals("the user's " + name)));
    }

    private Set<String> called(String word) {
        return found(name -> Optional.ofNullable(table.get(name))
                .filter(row -> row.words().contains(word))
                .isPresent());
    }

    private Set<String> found(Predicate<String> condition) {
        return table.keySet().stream().filter(condition).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thereAreNoOtherWords() {
        Set<String> words =
                table.values().stream().flatMap(row -> row.words().stream()).collect(Collectors.toSet());
        assertThat(List.of("passed on", "set", "added to", "told of", "refused", "Maven's own"))
                .containsAll(words);
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

    private RenewalSettings renewal() {
        return new RenewalSettings(
                Optional.empty(), path -> true, new DifferingClasses(root.resolve("differing"), "", List.of()));
    }

    @Override
    public void unevenShards(ShardPlan.LongestClass longest, double slowestOverMean) {}

    @Override
    public void confirms(String worker, int classes) {}

    @Override
    public void takenUpAgain(int round, int classes, String fault) {}
}
