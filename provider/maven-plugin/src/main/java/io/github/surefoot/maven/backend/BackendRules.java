package io.github.surefoot.maven.backend;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the project has banned, and its exceptions.
 *
 * @param kinds the kinds that are banned as a whole
 * @param banned the artefacts that may not be on the test class path, and the classes that may not be used
 * @param allowed the artefacts and classes that may nevertheless
 */
public record BackendRules(Set<BypassKind> kinds, List<NamePattern> banned, List<NamePattern> allowed) {
    /** The setting for what is banned. */
    public static final String BANNED = Setting.BACKEND_BANNED.key();

    /** The setting for the exceptions. */
    public static final String ALLOWED = Setting.BACKEND_ALLOWED.key();

    private static final String PART = "[\\p{L}_][\\p{L}\\p{N}_$]*";
    private static final Pattern CLASS = Pattern.compile(PART + "(\\." + PART + ")*(\\.?\\*)?");
    private static final Pattern ARTEFACT = Pattern.compile("[\\w.-]+:([\\w.-]+\\*?|\\*)");
    private static final String NAMES = "artefacts as groupId:artifactId or classes by their full name, "
            + "where a * at the end stands for any ending; for example ";

    /** Copies its parts. */
    public BackendRules {
        kinds = Set.copyOf(kinds);
        banned = List.copyOf(banned);
        allowed = List.copyOf(allowed);
    }

    /**
     * Reads the settings, each a list separated by commas or line breaks; empty if nothing is banned or allowed.
     *
     * @throws SettingException if a value cannot be used
     */
    public static BackendRules parse(String banned, String allowed) {
        Set<BypassKind> kinds = EnumSet.noneOf(BypassKind.class);
        List<String> names = entries(banned)
                .filter(entry -> BypassKind.of(entry).map(kinds::add).isEmpty())
                .toList();
        return new BackendRules(
                kinds,
                names.stream().map(BackendRules::bannedName).toList(),
                entries(allowed).map(BackendRules::allowedName).toList());
    }

    private static Stream<String> entries(String list) {
        return Stream.of(list.split("[,\n]", -1)).map(String::strip).filter(entry -> !entry.isEmpty());
    }

    private static NamePattern bannedName(String entry) {
        // A class without a package is more likely a word that was misspelt.
        if (!ARTEFACT.matcher(entry).matches()
                && !(entry.contains(".") && CLASS.matcher(entry).matches())) {
            throw new SettingException(BANNED, entry, words() + ", " + NAMES + "pools,com.acme:old-db,org.h2.*");
        }
        return new NamePattern(entry);
    }

    private static NamePattern allowedName(String entry) {
        boolean name = ARTEFACT.matcher(entry).matches() || CLASS.matcher(entry).matches();
        if (!name || BypassKind.of(entry).isPresent()) {
            throw new SettingException(ALLOWED, entry, NAMES + "com.acme.Import,com.h2database:h2");
        }
        return new NamePattern(entry);
    }

    private static String words() {
        return BypassKind.bannable().map(kind -> "'" + kind.word() + "'").collect(Collectors.joining(", "));
    }

    /** Tells whether anything is banned, so that what cannot be looked at might be as well. */
    boolean bansAnything() {
        return !kinds.isEmpty() || !banned.isEmpty();
    }

    /** Tells whether the use of a class is banned by the class's name. */
    boolean bansClass(String name) {
        return banned.stream().anyMatch(pattern -> !pattern.isArtefact() && pattern.matchesClass(name));
    }

    /** Tells whether an artefact is banned by its name. */
    boolean bansArtefact(String key) {
        return banned.stream().anyMatch(pattern -> pattern.isArtefact() && pattern.matches(key));
    }

    /** Decides about a finding. */
    Ruling rule(BackendFinding finding) {
        return allowed.stream()
                .filter(finding::isNamedBy)
                .findFirst()
                .<Ruling>map(pattern -> new Ruling.Allowed(pattern.text()))
                .orElseGet(() ->
                        finding.bannedBy(this).<Ruling>map(Ruling.Banned::new).orElseGet(Ruling.Listed::new));
    }

    /** Returns the exceptions that none of the findings needs. */
    List<String> unneeded(List<BackendFinding> findings) {
        return allowed.stream()
                .filter(pattern -> findings.stream().noneMatch(finding -> finding.isNamedBy(pattern)))
                .map(NamePattern::text)
                .toList();
    }

    /** Returns what is banned, as the user wrote it; kinds first. */
    List<String> bannedTexts() {
        return Stream.concat(
                        Stream.of(BypassKind.values()).filter(kinds::contains).map(BypassKind::word),
                        banned.stream().map(NamePattern::text))
                .toList();
    }
}
