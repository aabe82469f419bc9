package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.surefoot.analysis.exception.ExceptionsFile;
import io.github.surefoot.maven.loop.LoopSettings;
import io.github.surefoot.maven.search.SearchSettings;
import io.github.surefoot.maven.settings.GivenSettings;
import io.github.surefoot.maven.settings.RunSettings;
import io.github.surefoot.maven.settings.UnknownSettings;
import io.github.surefoot.maven.shard.ShardSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of the pages for users names goals and settings that there are, with values that are taken; every piece of
 * a POM and of a file is one. The guide's commands are run by the integration tests, as {@code GuideCommandTest} shows;
 * pieces of Java are compiled by {@code GuideCodeTest} of the worker library.
 */
class GuideTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final int MOST_PAGES = 8;
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("mvn -B [^|\"\n]*(?:\"-D[^\"]*\")?");
    private static final Pattern INLINE = Pattern.compile("`(mvn [^`]+)`");
    private static final Pattern PROPERTY = Pattern.compile("-D(surefoot\\.[\\w.]+)(?:=(\\S+))?");
    private static final Pattern GOAL =
            Pattern.compile("(?<=[ :])(?:surefoot|surefoot-maven-plugin:[\\w.-]+):([\\w-]+)");
    private static final Pattern ELEMENT = Pattern.compile("<(surefoot\\.[\\w.]+)>(.*?)</", Pattern.DOTALL);
    private static final Pattern GOAL_OF_POM = Pattern.compile("<goal>([\\w-]+)</goal>");

    private record Piece(String page, String kind, String text) {
        @Override
        public String toString() {
            return page + ": " + text.strip().lines().findFirst().orElse("");
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("guide"))) {
            return files.sorted().toList();
        }
    }

    private static List<Piece> pieces() throws IOException {
        List<Path> pages = new ArrayList<>(pages());
        pages.add(DOCS.resolve("troubleshooting.md"));
        pages.add(DOCS.resolve("reference/goals.md"));
        pages.add(DOCS.resolve("reference/backend.md"));
        pages.add(DOCS.resolveSibling("README.md"));
        List<Piece> result = new ArrayList<>();
        for (Path page : pages) {
            String text = Files.readString(page);
            String name = page.getFileName().toString();
            BLOCK.matcher(text).results().forEach(block -> result.add(new Piece(name, block.group(1), block.group(2))));
            INLINE.matcher(BLOCK.matcher(text).replaceAll(""))
                    .results()
                    .forEach(inline -> result.add(new Piece(name, "inline", inline.group(1))));
        }
        result.addAll(ofEngines());
        return result;
    }

    /** Returns the commands of the files for engines, whose variables are numbers. */
    private static List<Piece> ofEngines() throws IOException {
        List<Piece> result = new ArrayList<>();
        try (Stream<Path> files = Files.list(DOCS.resolve("ci"))) {
            for (Path file :
                    files.filter(file -> !file.toString().endsWith(".md")).toList()) {
                COMMAND.matcher(Files.readString(file).replaceAll("\\$\\{\\{.*?}}|\\$\\{?\\w+}?", "1"))
                        .results()
                        .forEach(command ->
                                result.add(new Piece(file.getFileName().toString(), "inline", command.group())));
            }
        }
        return result;
    }

    static Stream<Piece> commands() throws IOException {
        return pieces().stream()
                .filter(piece -> piece.kind().isEmpty() || piece.kind().equals("inline"))
                .flatMap(piece -> piece.text()
                        .replace("\\\n", " ")
                        .replaceAll("(?m)\\n(?=-D)", " ")
                        .lines()
                        .map(line ->
                                new Piece(piece.page(), piece.kind(), line.replaceAll("^\\[\\w+] +.*?(?=mvn )", ""))))
                .filter(piece -> piece.text().startsWith("mvn "));
    }

    static Stream<Piece> poms() throws IOException {
        return pieces().stream().filter(piece -> piece.kind().equals("xml"));
    }

    static Stream<Piece> files() throws IOException {
        return pieces().stream().filter(piece -> piece.kind().equals("yaml"));
    }

    @Test
    void theGuideIsShort() throws IOException {
        assertThat(pages()).hasSizeLessThanOrEqualTo(MOST_PAGES);
        assertThat(commands()).hasSizeGreaterThan(20);
    }

    @Test
    void everyLinkBetweenPagesArrives() throws IOException {
        Pattern link = Pattern.compile("]\\(((?!https?:)[^)#]*)(?:#([^)]*))?\\)");
        try (Stream<Path> all = Files.walk(DOCS)) {
            for (Path page : all.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher found =
                        link.matcher(BLOCK.matcher(Files.readString(page)).replaceAll(""));
                while (found.find()) {
                    Path target = found.group(1).isEmpty() ? page : page.resolveSibling(found.group(1));
                    assertThat(target).as("%s links to it", page).exists();
                    if (found.group(2) != null && target.toString().endsWith(".md")) {
                        assertThat(anchors(target))
                                .as("%s links to %s", page, target)
                                .contains(found.group(2));
                    }
                }
            }
        }
    }

    private static Set<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ *", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandNamesGoalsAndSettingsThatThereAre(Piece command) throws IOException {
        Set<String> goals = goals();
        GOAL.matcher(command.text())
                .results()
                .forEach(goal -> assertThat(goals).as(command.text()).contains(goal.group(1)));
        Map<String, String> given = new HashMap<>();
        PROPERTY.matcher(command.text().replaceAll("['\"]", ""))
                .results()
                .forEach(property -> given.put(property.group(1), property.group(2) == null ? "" : property.group(2)));
        assertThat(UnknownSettings.in(given, () -> false)).as(command.text()).isEmpty();
        assertThatCode(() -> read(given)).as(command.text()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("poms")
    void aPieceOfAPomIsOne(Piece piece) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        ("<piece>" + piece.text() + "</piece>").getBytes(StandardCharsets.UTF_8)));
        Map<String, String> given = new HashMap<>();
        ELEMENT.matcher(piece.text())
                .results()
                .forEach(element -> given.put(element.group(1), element.group(2).strip()));
        assertThat(UnknownSettings.in(given, () -> false)).isEmpty();
        assertThatCode(() -> read(given)).doesNotThrowAnyException();
        assertThat(GOAL_OF_POM.matcher(piece.text()).results().map(goal -> goal.group(1)))
                .allMatch(goal -> knownGoal(goal));
    }

    private static boolean knownGoal(String goal) {
        try {
            return goals().contains(goal);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsRead(Piece piece) {
        assertThat(ExceptionsFile.parse(piece.text(), "the guide's", LocalDate.MAX))
                .isNotEmpty();
    }

    /** As the goals themselves would read them. */
    private static void read(Map<String, String> given) {
        Properties commandLine = new Properties();
        commandLine.putAll(given);
        GivenSettings settings = new GivenSettings(commandLine, Map.of(), new Properties());
        Function<String, Optional<String>> properties =
                name -> settings.get(name).filter(value -> !value.equals("…"));
        RunSettings run = RunSettings.parse(properties, new Random(1));
        JudgeSettings.parse(properties);
        ShardSettings.parse(properties, Map.of("CIRCLE_NODE_INDEX", "0", "CIRCLE_NODE_TOTAL", "4")::get);
        if (given.keySet().stream().anyMatch(name -> name.startsWith("surefoot.loop."))) {
            LoopSettings.parse(properties, run);
        }
        SearchSettings.parse(properties, new Random(1));
    }

    private static Set<String> goals() throws IOException {
        Matcher goal = Pattern.compile("<goal>([\\w-]+)</goal>")
                .matcher(Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml")));
        return goal.results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
