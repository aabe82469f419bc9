package io.github.surefoot.analysis.exception;

import io.github.surefoot.analysis.evidence.TestPattern;
import io.github.surefoot.core.SettingException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code surefoot-exceptions.yaml}, as a person writes it. Whatever is wrong with it is one error that names the line. */
public final class ExceptionsFile {
    /** Its name, beside the POM of a module. */
    public static final String NAME = "surefoot-exceptions.yaml";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LIST = "exceptions";
    private static final List<String> KEYS = List.of("test", "owner", "reason", "until", "allowed", "failures");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?) ?%?");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{12}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_CHARACTERS = 1 << 20;

    private final String name;
    private final LocalDate lastDay;

    private ExceptionsFile(String name, LocalDate lastDay) {
        this.name = name;
        this.lastDay = lastDay;
    }

    /**
     * Reads the file.
     *
     * @param lastDay no exception may last longer
     * @return the exceptions; none if there is no such file
     * @throws SettingException if it is not as it must be
     * @throws IOException if it cannot be read
     */
    public static List<AllowedFailure> read(Path file, LocalDate lastDay) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String name = String.valueOf(file.getFileName());
        try {
            return parse(Files.readString(file), name, lastDay);
        } catch (MalformedInputException e) {
            throw new SettingException(new IllegalArgumentException(name + " is no UTF-8 text.", e));
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param name the file's, for messages
     * @throws SettingException if it is not as it must be
     */
    public static List<AllowedFailure> parse(String text, String name, LocalDate lastDay) {
        return new ExceptionsFile(name, lastDay).parse(text);
    }

    private List<AllowedFailure> parse(String text) {
        return list(text)
                .map(entries ->
                        distinct(entries.getValue().stream().map(this::entry).toList()))
                .orElse(List.of());
    }

    /** Of two exceptions for the same, one would have nothing to be of. */
    private List<AllowedFailure> distinct(List<AllowedFailure> all) {
        Map<String, AllowedFailure> known = new HashMap<>();
        for (AllowedFailure exception : all) {
            @Nullable AllowedFailure first = known.putIfAbsent(exception.test().toString(), exception);
            if (first != null) {
                throw refused(
                        exception.line(),
                        "'" + exception.test() + "' has an exception in line " + first.line() + " already. Keep one.");
            }
        }
        return all;
    }

    /**
     * Returns the text of a file with one more entry at its end.
     *
     * @param text of the file, empty if there is none
     * @param name the file's, for messages
     * @throws SettingException if an entry cannot be added to it
     */
    public static String appended(String text, String name, ExceptionEntry entry) {
        return new ExceptionsFile(name, entry.until()).appended(text, entry);
    }

    private String appended(String given, ExceptionEntry entry) {
        String text = withoutMark(given);
        @Nullable Node root = compose(text);
        if (root == null) {
            return entry.behind(text.isBlank() ? ExceptionEntry.HEAD : ExceptionEntry.lines(text) + LIST + ":\n", 2);
        }
        Optional<SequenceNode> entries = list(text);
        if (entries.isEmpty()) {
            return entry.behind(text, 2);
        }
        if (entries.get().getFlowStyle() != DumperOptions.FlowStyle.FLOW) {
            return entry.behind(text, entries.get().getStartMark().getColumn());
        }
        if (entries.get().getValue().isEmpty()) {
            int from = text.offsetByCodePoints(0, entries.get().getStartMark().getIndex());
            int to = text.offsetByCodePoints(0, entries.get().getEndMark().getIndex());
            return entry.behind(text.substring(0, from).stripTrailing() + text.substring(to), 2);
        }
        throw refused(
                entries.get(),
                "the exceptions stand in brackets, so that none can be added. Write each in lines of its own, with a"
                        + " dash: - test: CartTest#expires");
    }

    private Optional<SequenceNode> list(String text) {
        @Nullable Node root = compose(text);
        if (root == null) {
            return Optional.empty();
        }
        @Nullable Node list = mapping(root, List.of(LIST), "the file").get(LIST);
        if (list == null
                || (list instanceof ScalarNode empty && empty.getValue().isBlank())) {
            return Optional.empty();
        }
        if (!(list instanceof SequenceNode entries)) {
            throw refused(list, "'" + LIST + "' must be a list, each entry with a dash: - test: CartTest#expires");
        }
        return Optional.of(entries);
    }

    /** Some editors on Windows write it, and YAML takes it for a part of the first word. */
    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(withoutMark(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refused(line, e.getProblem() + ". It is no YAML there: see the spaces before it and the quotes.");
        } catch (YAMLException e) {
            throw refused(1, e.getMessage() + ".");
        }
    }

    private AllowedFailure entry(Node node) {
        Map<String, Node> entry = mapping(node, KEYS, "an exception");
        return new AllowedFailure(
                test(required(entry, node, "test", "CartTest#expires")),
                Optional.ofNullable(entry.get("owner")).map(this::text),
                text(required(entry, node, "reason", "https://issues.example.com/SHOP-42")),
                until(required(entry, node, "until", lastDay.toString())),
                allowed(required(entry, node, "allowed", "20 %")),
                failures(entry.get("failures")),
                line(node));
    }

    private TestPattern test(Node node) {
        return TestPattern.parse(text(node))
                .filter(pattern -> !pattern.isOfAll())
                .orElseThrow(() -> refused(
                        node,
                        "'" + text(node) + "' is no class, nor a method of one. Write e.g. test: shop.CartTest#expires,"
                                + " without parameters; * stands for any part, but not for all tests there are."));
    }

    private LocalDate until(Node node) {
        LocalDate until;
        try {
            until = LocalDate.parse(text(node));
        } catch (DateTimeParseException e) {
            throw refused(node, "'" + text(node) + "' is no date. Write e.g. until: " + lastDay);
        }
        if (until.isAfter(lastDay)) {
            throw refused(
                    node,
                    "until " + until + " is too long: an exception ends by " + lastDay
                            + " (surefoot.exceptions.days). Nothing lasts; renew it then if it must be.");
        }
        return until;
    }

    private BigDecimal allowed(Node node) {
        Matcher percent = PERCENT.matcher(text(node));
        BigDecimal value = percent.matches() ? new BigDecimal(percent.group(1)) : BigDecimal.ZERO;
        if (value.signum() <= 0 || value.compareTo(HUNDRED) > 0) {
            throw refused(
                    node,
                    "'" + text(node) + "' is no share of executions that may fail. Write a percentage above 0 and at"
                            + " most 100, e.g. allowed: 20 %");
        }
        return value;
    }

    private List<String> failures(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        List<Node> each = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        List<String> result = new ArrayList<>();
        for (Node one : each) {
            if (!FINGERPRINT.matcher(text(one)).matches()) {
                throw refused(
                        one,
                        "'" + text(one) + "' is no fingerprint of a failure. The console, the report and verdict.json"
                                + " tell those of the last run; leave 'failures' out to allow any.");
            }
            result.add(text(one));
        }
        return result;
    }

    private Node required(Map<String, Node> entry, Node at, String key, String example) {
        @Nullable Node value = entry.get(key);
        if (value == null) {
            throw refused(at, "an exception needs '" + key + "', e.g. " + key + ": " + example);
        }
        return value;
    }

    private String text(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw refused(node, "a text was expected here, not a list or a mapping, nor nothing.");
        }
        return scalar.getValue().strip();
    }

    private Map<String, Node> mapping(Node node, List<String> keys, String of) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, of + " must have " + String.join(", ", keys) + ", each with a colon.");
        }
        Map<String, Node> result = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!keys.contains(key)) {
                throw refused(
                        tuple.getKeyNode(), "'" + key + "' is unknown: " + of + " has " + String.join(", ", keys));
            }
            if (result.put(key, tuple.getValueNode()) != null) {
                throw refused(tuple.getKeyNode(), "'" + key + "' is there twice.");
            }
        }
        return result;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private SettingException refused(Node node, String problem) {
        return refused(line(node), problem);
    }

    private SettingException refused(int line, String problem) {
        String sentence = problem.endsWith(".") || problem.endsWith(":") ? problem : problem + ".";
        return new SettingException(new IllegalArgumentException(name + ", line " + line + ": " + sentence));
    }
}
