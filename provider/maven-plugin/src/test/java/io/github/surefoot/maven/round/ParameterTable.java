package io.github.surefoot.maven.round;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of the reference that says of each parameter what becomes of it. */
final class ParameterTable {
    private static final Path PAGE = Path.of("../../docs/reference/surefire-configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (?:`([^`]+)`)? ?\\| ([^:|]+?)(?::.*)? \\|");

    /**
     * One row.
     *
     * @param property the property that sets the parameter, or an empty text
     * @param words what Surefoot does with it
     */
    record Row(String property, Set<String> words) {}

    private ParameterTable() {}

    /**
     * Reads one.
     *
     * @param heading of its section, or of one around it
     */
    static Map<String, Row> below(String heading) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(PAGE));
        lines.subList(0, lines.indexOf(heading) + 1).clear();
        Map<String, Row> table = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith("## ")) {
                break;
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                table.put(
                        Objects.requireNonNull(row.group(1)),
                        new Row(
                                Optional.ofNullable(row.group(2)).orElse(""),
                                Set.of(Objects.requireNonNull(row.group(3)).split(", "))));
            }
        }
        return table;
    }
}
