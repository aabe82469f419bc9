package io.github.surefoot.bench.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the options of a benchmark. */
final class CommandLine {
    private static final int MOST = 100_000;
    private static final String ALL = "all";
    static final List<String> OPTIONS = List.of(
            "--question",
            "--project",
            Directories.OPTION,
            "--way",
            "--turns",
            "--warm-up",
            "--rounds",
            "--workers",
            "--classes",
            "--tests",
            "--millis",
            "--maven",
            "--checkout",
            "--repository");

    private final Map<String, String> given = new LinkedHashMap<>();

    private CommandLine() {}

    /**
     * Reads the arguments.
     *
     * @param mavenHome what the environment says of Maven
     * @throws UsageException if they cannot be used
     */
    static Options parse(List<String> arguments, Optional<String> mavenHome) throws UsageException {
        CommandLine line = new CommandLine();
        line.read(arguments);
        Path checkout = line.path("--checkout", Path.of(""));
        Question question = line.oneOf("--question", List.of(Question.values()), Question::label)
                .orElse(Question.WAYS);
        List<String> projects = line.projects(question);
        return new Options(
                question,
                projects,
                line.directories(projects, Options.work(checkout)),
                line.severalOf("--way", List.of(Way.values()), Way::label, List.of(Way.values())),
                line.number("--turns", 3),
                line.oneOf("--warm-up", List.of("yes", "no"), Function.identity())
                        .map(word -> word.equals("yes"))
                        .orElse(true),
                line.number("--rounds", 5),
                line.number("--workers", Runtime.getRuntime().availableProcessors()),
                line.number("--classes", 200),
                line.number("--tests", 5),
                line.number("--millis", 10),
                Optional.ofNullable(line.given.get("--maven"))
                        .or(() -> mavenHome)
                        .map(Path::of),
                checkout,
                line.path("--repository", checkout.resolve("provider/its/target/it-repo")));
    }

    /** Returns what can be asked for. */
    static List<String> usage() {
        List<String> usage = new ArrayList<>();
        usage.add("java -cp provider/bench/target/benchmarks.jar " + Builds.class.getName() + " [OPTION VALUE]...");
        usage.add("");
        usage.add("  --question   one of:");
        Stream.of(Question.values())
                .forEach(q -> usage.add(String.format("                 %-10s %s", q.label(), q.words())));
        usage.add("  --project    " + ALL + ", or some of: " + String.join(",", Suites.NAMES));
        usage.add("  --directory  the roots of projects that are there already, separated by commas;");
        usage.add("               without --project these only");
        usage.add("  --way        " + ALL + ", or some of:");
        Stream.of(Way.values())
                .forEach(way -> usage.add(String.format("                 %-14s %s", way.label(), way.meaning())));
        usage.add("  --turns      how often everything is measured (3)");
        usage.add("  --warm-up    yes, or no if an earlier benchmark has downloaded everything (yes)");
        usage.add("  --rounds     how many rounds repeat a suite (5)");
        usage.add("  --workers    workers, or forks of plain Surefire (one for each core)");
        usage.add("  --classes, --tests, --millis");
        usage.add(
                "               of the generated suite: classes, tests of each, milliseconds of work of each (200, 5, 10)");
        usage.add("  --maven      where Maven is installed (MAVEN_HOME, or the one on the PATH)");
        usage.add("  --checkout   the root of Surefoot's source tree (this directory)");
        usage.add("  --repository a local repository with this Surefoot in it (provider/its/target/it-repo)");
        return usage;
    }

    private List<String> projects(Question question) throws UsageException {
        List<String> generated = List.of(Suites.GENERATED);
        boolean directories = given.containsKey(Directories.OPTION);
        List<String> projects =
                severalOf("--project", Suites.NAMES, Function.identity(), directories ? List.of() : generated);
        if (question == Question.CLASSES && (directories || !projects.equals(generated))) {
            String option = directories ? Directories.OPTION : "--project";
            throw new UsageException(option + " is '" + given.get(option) + "', but must be "
                    + (directories ? "left out" : Suites.GENERATED)
                    + " for --question classes: only " + Suites.GENERATED + " has as many classes as one likes.");
        }
        return projects;
    }

    private List<DirectorySuite> directories(List<String> projects, Path work) throws UsageException {
        String value = given.get(Directories.OPTION);
        return value == null ? List.of() : Directories.parse(value, projects, work);
    }

    private void read(List<String> arguments) throws UsageException {
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!OPTIONS.contains(option)) {
                throw new UsageException("There is no option '" + option + "'.");
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException(option + " needs a value.");
            }
            given.put(option, arguments.get(i + 1));
        }
    }

    private Path path(String option, Path otherwise) {
        String value = given.get(option);
        return (value == null ? otherwise : Path.of(value)).toAbsolutePath().normalize();
    }

    private int number(String option, int otherwise) throws UsageException {
        String value = given.get(option);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            throw new UsageException(
                    option + " is '" + value + "', but must be a whole number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(value);
    }

    private <T> Optional<T> oneOf(String option, List<T> allowed, Function<T, String> label) throws UsageException {
        String value = given.get(option);
        return value == null ? Optional.empty() : Optional.of(find(option, value, allowed, label));
    }

    private <T> List<T> severalOf(String option, List<T> allowed, Function<T, String> label, List<T> otherwise)
            throws UsageException {
        String value = given.get(option);
        if (value == null) {
            return otherwise;
        }
        if (value.equals(ALL)) {
            return allowed;
        }
        List<T> found = new ArrayList<>();
        for (String name : Arrays.asList(value.split(",", -1))) {
            found.add(find(option, name, allowed, label));
        }
        return found.stream().distinct().toList();
    }

    private static <T> T find(String option, String value, List<T> allowed, Function<T, String> label)
            throws UsageException {
        return allowed.stream()
                .filter(candidate -> label.apply(candidate).equals(value))
                .findFirst()
                .orElseThrow(() -> new UsageException(option + " is '" + value + "', but must be of "
                        + String.join(", ", allowed.stream().map(label).toList()) + "."));
    }
}
