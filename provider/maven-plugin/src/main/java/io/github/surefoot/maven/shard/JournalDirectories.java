package io.github.surefoot.maven.shard;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directories of journals that a user names, which other machines have left. */
public final class JournalDirectories {
    private static final String MODULE = "@module@";
    private static final String ANY = "*";
    private static final int LEVELS = 2;

    private final Path module;
    private final Path root;

    /**
     * Prepares to look them up.
     *
     * @param module where the module is
     * @param root where the build has its root
     */
    public JournalDirectories(Path module, Path root) {
        this.module = module;
        this.root = root;
    }

    /**
     * Looks them up, each in the module, else at the root of the build.
     *
     * @param value their names, separated by commas
     * @throws SettingException if there are none, or one is not there
     * @throws IOException if what is there cannot be listed
     */
    public List<Path> named(String value) throws IOException {
        List<Path> result = new ArrayList<>();
        for (String name : value.split(",", -1)) {
            if (!name.isBlank()) {
                result.addAll(find(name.strip()));
            }
        }
        if (result.isEmpty()) {
            throw new SettingException(Setting.JOURNALS.key(), "", "one or more directories, separated by commas");
        }
        return distinct(result);
    }

    /** One that is named twice, by a link for instance, has one machine's journals all the same. */
    private static List<Path> distinct(List<Path> directories) throws IOException {
        Map<Path, Path> real = new LinkedHashMap<>();
        for (Path directory : directories) {
            real.putIfAbsent(directory.toRealPath(), directory);
        }
        return List.copyOf(real.values());
    }

    private List<Path> find(String name) throws IOException {
        String here = name.replace(MODULE, root.relativize(module).toString());
        List<Path> found = below(module, here);
        if (found.isEmpty()) {
            found = below(root, here);
        }
        if (found.isEmpty()) {
            throw new SettingException(
                    Setting.JOURNALS.key(), module.resolve(here).toString(), "a directory with journals");
        }
        Optional<String> deeper = deeper(name, found);
        if (deeper.isPresent()) {
            throw new SettingException(
                    Setting.JOURNALS.key(),
                    name,
                    "no journals lie there, only below",
                    "Write -D" + Setting.JOURNALS.key() + "=" + deeper.get() + ".");
        }
        return found;
    }

    /** Returns what would name the journals if they lie one or two levels below; empty if any lie where they were sought. */
    private static Optional<String> deeper(String name, List<Path> found) throws IOException {
        String pattern = name;
        List<Path> at = found;
        for (int level = 0; level <= LEVELS; level++) {
            if (haveJournals(at)) {
                return level == 0 ? Optional.empty() : Optional.of(pattern);
            }
            List<Path> next = new ArrayList<>();
            for (Path directory : at) {
                next.addAll(children(directory));
            }
            Set<String> names =
                    next.stream().map(child -> child.getFileName().toString()).collect(Collectors.toSet());
            // Where each machine has a directory of the same name, that name says more than a star.
            pattern += "/" + (names.size() == 1 ? names.iterator().next() : ANY);
            at = next;
        }
        return Optional.empty();
    }

    private static boolean haveJournals(List<Path> directories) throws IOException {
        for (Path directory : directories) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.anyMatch(JournalDirectory::isJournal)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Path> below(Path base, String name) throws IOException {
        List<Path> found = List.of(name.startsWith("/") ? base.resolve("/") : base);
        for (String part : name.split("[/\\\\]+", -1)) {
            List<Path> next = new ArrayList<>();
            for (Path directory : found) {
                next.addAll(part.equals(ANY) ? children(directory) : List.of(directory.resolve(part)));
            }
            found = next;
        }
        return found.stream().map(Path::normalize).filter(Files::isDirectory).toList();
    }

    private static List<Path> children(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
