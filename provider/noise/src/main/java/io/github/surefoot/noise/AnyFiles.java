package io.github.surefoot.noise;

import java.io.File;
import java.io.FileFilter;
import java.io.FilenameFilter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Lists the files of a directory in {@link OtherOrder another order}. */
public final class AnyFiles {
    private AnyFiles() {}

    /** Stands for {@link File#list()}. */
    public static String[] list(File directory) {
        return inOrder(directory.list());
    }

    /** Stands for {@link File#list(FilenameFilter)}. */
    public static String[] list(File directory, FilenameFilter filter) {
        return inOrder(directory.list(filter));
    }

    /** Stands for {@link File#listFiles()}. */
    public static File[] listFiles(File directory) {
        return inOrder(directory.listFiles());
    }

    /** Stands for {@link File#listFiles(FilenameFilter)}. */
    public static File[] listFiles(File directory, FilenameFilter filter) {
        return inOrder(directory.listFiles(filter));
    }

    /** Stands for {@link File#listFiles(FileFilter)}. */
    public static File[] listFiles(File directory, FileFilter filter) {
        return inOrder(directory.listFiles(filter));
    }

    /** What is no directory has no files, and says so by null. */
    private static <T> T[] inOrder(T[] array) {
        return array == null ? array : OtherOrder.of(array);
    }

    /** Stands for {@link Files#list}. */
    public static Stream<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = new ArrayList<>(files.toList());
            OtherOrder.arrange(all);
            return all.stream();
        }
    }

    /** Stands for {@link Files#newDirectoryStream(Path)}. */
    public static DirectoryStream<Path> directoryStream(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            return new ListedFiles(files);
        }
    }

    /** Stands for {@link Files#newDirectoryStream(Path, String)}. */
    public static DirectoryStream<Path> directoryStream(Path directory, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            return new ListedFiles(files);
        }
    }

    /** The files of a directory, which are given out once, as by the JDK. */
    private static final class ListedFiles implements DirectoryStream<Path> {
        private final Iterator<Path> files;
        private boolean given;

        ListedFiles(DirectoryStream<Path> of) {
            List<Path> all = new ArrayList<>();
            of.forEach(all::add);
            OtherOrder.arrange(all);
            files = all.iterator();
        }

        @Override
        public Iterator<Path> iterator() {
            if (given) {
                throw new IllegalStateException("Its iterator was given out before, or it was closed");
            }
            given = true;
            return files;
        }

        @Override
        public void close() {
            given = true;
        }
    }
}
