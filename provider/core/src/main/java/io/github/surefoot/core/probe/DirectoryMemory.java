package io.github.surefoot.core.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files of a working directory as they were at one moment, so that what tests do to them can be told and undone. What
 * builds write and people edit, {@code src} and compiled classes for instance, is left out; so are modules below it. Of
 * large files the content is not kept: that they changed can be told and not be undone.
 */
public final class DirectoryMemory {
    private static final long LARGE = 1 << 20;
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_FILES = 50_000;

    private static final Path BUILD = Path.of("target");

    /** What is put back may be what somebody has just written: outside the build's own directory it is kept here. */
    private static final Path ASIDE = Path.of("target", "surefoot", "diagnose", "set-aside");

    /** Below the directory itself: what builds write, and what people edit. */
    private static final Set<Path> OF_NO_TEST = Set.of(
            Path.of("src"),
            Path.of("target", "classes"),
            Path.of("target", "test-classes"),
            Path.of("target", "surefoot"),
            Path.of("target", "surefire-reports"),
            Path.of("target", "maven-status"),
            Path.of("target", "generated-sources"),
            Path.of("target", "generated-test-sources"),
            Path.of("target", "jacoco.exec"),
            Path.of("node_modules"));

    private final Path directory;
    private final Map<Path, Remembered> files;
    private final boolean whole;
    private final boolean ofProbe;

    /** A file or directory: of a directory there is neither size nor content. */
    private static final class Remembered {
        private final boolean isDirectory;
        private final long size;
        private final FileTime changed;
        private final byte @Nullable [] content;

        Remembered(boolean isDirectory, long size, FileTime changed, byte @Nullable [] content) {
            this.isDirectory = isDirectory;
            this.size = size;
            this.changed = changed;
            this.content = content;
        }

        boolean looksLike(Remembered other) {
            return isDirectory == other.isDirectory
                    && (isDirectory || (size == other.size && changed.equals(other.changed)));
        }
    }

    private DirectoryMemory(Path directory, Map<Path, Remembered> files, boolean whole, boolean ofProbe) {
        this.ofProbe = ofProbe;
        this.directory = directory;
        this.files = files;
        this.whole = whole;
    }

    /**
     * Remembers the files of a directory for the process in which tests run.
     *
     * @throws IOException if it cannot be read
     */
    public static DirectoryMemory ofOwn(Path directory) throws IOException {
        return of(directory, true);
    }

    /**
     * Remembers the files of a directory for the process that has started those in which tests run.
     *
     * @throws IOException if it cannot be read
     */
    public static DirectoryMemory ofStarted(Path directory) throws IOException {
        return of(directory, false);
    }

    private static DirectoryMemory of(Path directory, boolean ofProbe) throws IOException {
        Map<Path, Remembered> found = look(directory, Optional.empty());
        return new DirectoryMemory(directory, found, found.size() < MOST_FILES, ofProbe);
    }

    /** Looks at the files; with {@code known} at what is otherwise than that only, and without content. */
    private static Map<Path, Remembered> look(Path directory, Optional<Map<Path, Remembered>> known)
            throws IOException {
        Map<Path, Remembered> found = new LinkedHashMap<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            private long bytes;

            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                Path relative = directory.relativize(path);
                boolean own = path.equals(directory);
                if (!own
                        && (OF_NO_TEST.contains(relative) || isHidden(path) || Files.exists(path.resolve("pom.xml")))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!own) {
                    found.put(relative, new Remembered(true, 0, FileTime.fromMillis(0), null));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                Path relative = directory.relativize(path);
                if (attributes.isRegularFile() && !OF_NO_TEST.contains(relative) && !isHidden(path)) {
                    long size = attributes.size();
                    boolean kept =
                            known.isEmpty() && size <= LARGE && bytes + size <= MOST_BYTES && Files.isReadable(path);
                    bytes += kept ? size : 0;
                    found.put(
                            relative,
                            new Remembered(
                                    false,
                                    size,
                                    attributes.lastModifiedTime(),
                                    kept ? Files.readAllBytes(path) : null));
                }
                return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) {
                // It is gone meanwhile, or nobody may look into it: no test can have changed it either.
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(directory, visitor);
        return found;
    }

    /**
     * Returns the files that were last written in a time, relative to the directory.
     *
     * @throws IOException if the directory cannot be read
     */
    public static List<Path> writtenBetween(Path directory, Instant from, Instant until) throws IOException {
        List<Path> result = new ArrayList<>();
        look(directory, Optional.of(Map.of())).forEach((path, file) -> {
            Instant at = file.changed.toInstant();
            if (!file.isDirectory && !at.isBefore(from) && !at.isAfter(until)) {
                result.add(path);
            }
        });
        return result;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    /**
     * Returns what is otherwise now.
     *
     * @throws IOException if the directory cannot be read
     */
    public List<StateChange> changes() throws IOException {
        List<StateChange> result = new ArrayList<>();
        different()
                .forEach((path, how) ->
                        result.add(new StateChange(StateChange.Sort.FILE, "the file " + path, "", "", 0, how)));
        return result;
    }

    private Map<Path, String> different() throws IOException {
        Map<Path, String> result = new TreeMap<>();
        if (!whole) {
            return result;
        }
        Map<Path, Remembered> now = look(directory, Optional.of(files));
        now.forEach((path, file) -> {
            Remembered before = files.get(path);
            if (before == null && !file.isDirectory) {
                result.put(path, "is there");
            } else if (before != null && !before.looksLike(file)) {
                result.put(path, "is another");
            }
        });
        files.forEach((path, file) -> {
            if (!now.containsKey(path) && !file.isDirectory) {
                result.put(path, "is gone");
            }
        });
        if (result.keySet().stream().anyMatch(path -> !path.startsWith(BUILD))) {
            withoutOthers(result);
        }
        return result;
    }

    /** Outside the build's directory somebody may write what is no test's: the log of this build, for instance. */
    private void withoutOthers(Map<Path, String> changes) {
        Set<Long> ours = new HashSet<>();
        ProcessHandle self = ProcessHandle.current();
        if (ofProbe) {
            ours.add(self.pid());
        }
        self.descendants().map(ProcessHandle::pid).forEach(ours::add);
        Set<Path> others = FilesInUse.areShown() ? FilesInUse.ofOthersThan(ours) : Set.of();
        Path real = directory.toAbsolutePath().normalize();
        changes.keySet()
                .removeIf(path ->
                        !path.startsWith(BUILD) && (!FilesInUse.areShown() || others.contains(real.resolve(path))));
    }

    /**
     * Puts all back as it was, as far as it is known.
     *
     * @return the files of which that is not known, relative to the directory
     * @throws IOException if a file cannot be written or deleted
     */
    public List<Path> restore() throws IOException {
        return restore(path -> {});
    }

    /**
     * Puts all back as it was, as far as it is known.
     *
     * @param putBack is told of each file that was otherwise and is as it was, relative to the directory
     * @return the files of which that is not known, likewise
     * @throws IOException if a file cannot be written or deleted
     */
    public List<Path> restore(Consumer<Path> putBack) throws IOException {
        List<Path> lost = new ArrayList<>();
        for (Path path : different().keySet()) {
            if (restore(path)) {
                putBack.accept(path);
            } else {
                lost.add(path);
            }
        }
        if (whole) {
            removeNewDirectories();
        }
        return lost;
    }

    /** Undoes a change of {@link #changes}. */
    public void undo(StateChange change) throws IOException {
        for (Path path : different().keySet()) {
            if (change.name().equals("the file " + path)) {
                restore(path);
            }
        }
    }

    private boolean restore(Path relative) throws IOException {
        Path path = directory.resolve(relative);
        Remembered before = files.get(relative);
        byte @Nullable [] content = before == null ? null : before.content;
        if (before != null && content == null) {
            return false;
        }
        setAside(relative, path);
        if (before == null || content == null) {
            Files.deleteIfExists(path);
            return true;
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, content);
        Files.setLastModifiedTime(path, before.changed);
        return true;
    }

    private void setAside(Path relative, Path path) throws IOException {
        if (!relative.startsWith(BUILD) && Files.exists(path)) {
            Path kept = directory.resolve(ASIDE).resolve(relative);
            Files.createDirectories(kept.getParent());
            Files.copy(path, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void removeNewDirectories() throws IOException {
        List<Path> now = new ArrayList<>(look(directory, Optional.of(files)).entrySet().stream()
                .filter(entry -> entry.getValue().isDirectory
                        && entry.getKey().startsWith(BUILD)
                        && !files.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList());
        now.sort((one, other) -> Integer.compare(other.getNameCount(), one.getNameCount()));
        for (Path relative : now) {
            Path path = directory.resolve(relative);
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isEmpty(path)) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var children = Files.newDirectoryStream(path)) {
            return !children.iterator().hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
