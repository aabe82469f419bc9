package io.github.surefoot.analysis.exception;

import io.github.surefoot.core.PathGlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who owns a file, by the {@code CODEOWNERS} of GitHub, GitLab and others: patterns as in {@code .gitignore}, of which
 * the last that matches counts.
 */
public final class CodeOwners {
    private static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    private final List<Rule> rules;

    private CodeOwners(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    private record Rule(Pattern path, String owners) {}

    /**
     * Reads the first file there is, where the servers look.
     *
     * @param repository the root of the repository
     * @throws IOException if there is one that cannot be read
     */
    public static CodeOwners of(Path repository) throws IOException {
        for (String place : PLACES) {
            Path file = repository.resolve(place);
            if (Files.isRegularFile(file)) {
                return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return new CodeOwners(List.of());
    }

    /** Reads the text of a file; a line that is none of its form is left out, as the servers do. */
    public static CodeOwners parse(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String stripped = line.replaceFirst("(^|\\s)#.*", "").strip();
            // A section of GitLab's has a heading in brackets.
            if (stripped.isEmpty() || stripped.startsWith("[") || stripped.startsWith("^[")) {
                continue;
            }
            String[] parts = stripped.split("(?<!\\\\)\\s+", 2);
            rules.add(new Rule(pattern(parts[0].replace("\\ ", " ")), parts.length == 1 ? "" : parts[1].strip()));
        }
        return new CodeOwners(rules);
    }

    private static Pattern pattern(String glob) {
        boolean anchored = glob.indexOf('/') >= 0 && glob.indexOf('/') < glob.length() - 1;
        String path = glob.startsWith("/") ? glob.substring(1) : glob;
        boolean directory = path.endsWith("/");
        String rest = directory ? path.substring(0, path.length() - 1) : path;
        String regex = (anchored ? "" : "(.*/)?") + PathGlob.regex(rest);
        // A name without a slash at its end is a file, or a directory with all that is in it; "docs/*" is not.
        boolean filesOnly = rest.endsWith("/*");
        return Pattern.compile(regex + (directory ? "/.*" : filesOnly ? "" : "(/.*)?"));
    }

    /**
     * Returns the owners of a file, as the file of owners names them.
     *
     * @param path from the root of the repository, with slashes
     * @return empty if nobody owns it
     */
    public Optional<String> of(String path) {
        Optional<String> owners = Optional.empty();
        for (Rule rule : rules) {
            if (rule.path().matcher(path).matches()) {
                owners = Optional.of(rule.owners()).filter(names -> !names.isEmpty());
            }
        }
        return owners;
    }
}
