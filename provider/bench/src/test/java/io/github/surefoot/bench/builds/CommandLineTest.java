package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir
    Path theirs;

    @Test
    void withoutArgumentsAllWaysRunTheGeneratedSuite() throws UsageException {
        Options options = parse();

        assertThat(options.question()).isEqualTo(Question.WAYS);
        assertThat(options.projects()).containsExactly("generated");
        assertThat(options.directories()).isEmpty();
        assertThat(options.ways()).containsExactly(Way.values());
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.warmUp()).isTrue();
        assertThat(options.maven()).isEmpty();
        assertThat(options.repository().toString()).endsWith("it-repo");
    }

    @Test
    void takesSomeProjectsSomeWaysAndNumbers() throws UsageException {
        Options options = parse(
                "--question",
                "rounds",
                "--project",
                "commons-csv,archetype",
                "--way",
                "loop,warm",
                "--turns",
                "7",
                "--warm-up",
                "no",
                "--workers",
                "3");

        assertThat(options.question()).isEqualTo(Question.ROUNDS);
        assertThat(options.projects()).containsExactly("commons-csv", "archetype");
        assertThat(options.ways()).containsExactly(Way.LOOP, Way.WARM);
        assertThat(options.turns()).isEqualTo(7);
        assertThat(options.workers()).isEqualTo(3);
        assertThat(options.warmUp()).isFalse();
    }

    @Test
    void onlyTheGeneratedSuiteHasAsManyClassesAsOneLikes() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("--question", "classes", "--project", "commons-csv"))
                .withMessageContaining("--project is 'commons-csv', but must be generated");
    }

    @Test
    void allProjectsAreTaken() throws UsageException {
        assertThat(parse("--project", "all").projects()).isEqualTo(Suites.NAMES);
    }

    @Test
    void projectsThatAreThereAreMeasuredAloneOrBesideOthers() throws IOException, UsageException {
        Files.writeString(theirs.resolve("pom.xml"), "<project/>");

        Options alone = parse("--directory", theirs.toString());
        Options beside = parse("--directory", theirs.toString(), "--project", "commons-csv");

        assertThat(alone.projects()).isEmpty();
        assertThat(alone.directories()).containsExactly(new DirectorySuite(theirs));
        assertThat(beside.projects()).containsExactly("commons-csv");
        assertThat(beside.directories()).isEqualTo(alone.directories());
    }

    @Test
    void projectsThatAreThereHaveTheClassesTheyHave() throws IOException {
        Files.writeString(theirs.resolve("pom.xml"), "<project/>");

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("--question", "classes", "--directory", theirs.toString()))
                .withMessageContaining("--directory is '" + theirs + "', but must be left out for --question classes");
    }

    @Test
    void theMavenThatIsNamedGoesBeforeThatOfTheEnvironment() throws UsageException {
        assertThat(CommandLine.parse(List.of(), Optional.of("from/environment")).maven())
                .contains(Path.of("from/environment"));
        assertThat(CommandLine.parse(List.of("--maven", "named"), Optional.of("from/environment"))
                        .maven())
                .contains(Path.of("named"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --turn 3          | There is no option '--turn'.
                    --turns           | --turns needs a value.
                    --turns 0         | --turns is '0', but must be a whole number from 1 to 100000.
                    --turns many      | --turns is 'many', but must be a whole number from 1 to 100000.
                    --way lop         | --way is 'lop', but must be of loop, loop-default, fresh, first, renewed, proof, warm, rerun, plain, once.
                    --warm-up perhaps | --warm-up is 'perhaps', but must be of yes, no.
                    """)
    void whatCannotBeUsedIsNamedWithWhatIsAllowed(String arguments, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(arguments.split(" ")))
                .withMessage(message);
    }

    @Test
    void theUsageTellsOfEveryOptionProjectAndWay() {
        String usage = String.join("\n", CommandLine.usage());

        assertThat(usage).contains(Suites.NAMES).contains(CommandLine.OPTIONS);
        assertThat(Way.values()).allSatisfy(way -> assertThat(usage).contains(way.label(), way.meaning()));
    }

    private static Options parse(String... arguments) throws UsageException {
        return CommandLine.parse(List.of(arguments), Optional.empty());
    }
}
