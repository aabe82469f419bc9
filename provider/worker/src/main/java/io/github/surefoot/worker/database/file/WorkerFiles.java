package io.github.surefoot.worker.database.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The template that one worker's databases are copied from, and the home they are copied to. Should a test remove the
 * directory in which the workers of a build have both, then both are made anew before the next database is.
 */
public final class WorkerFiles {
    private final Path root;
    private final String label;
    private final Templates templates;
    private Place place;
    private Identity identity;

    /** Makes templates. */
    @FunctionalInterface
    public interface Templates {
        /** Returns the file of the template, which is built unless another worker has. */
        Path template() throws IOException, InterruptedException;
    }

    /**
     * Where databases come from and go to.
     *
     * @param template what is copied
     * @param home whose files the copies are
     */
    public record Place(Path template, WorkerHome home) {}

    /** Which file it is that has the name of the template: another worker may have made that anew. */
    private record Identity(@Nullable Object key, FileTime written) {
        static Optional<Identity> of(Path template) throws IOException {
            try {
                BasicFileAttributes about = Files.readAttributes(template, BasicFileAttributes.class);
                return Optional.of(new Identity(about.fileKey(), about.lastModifiedTime()));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
    }

    private WorkerFiles(Path root, String label, Templates templates, Place place) throws IOException {
        this.root = root;
        this.label = label;
        this.templates = templates;
        this.place = place;
        this.identity = identify();
    }

    private Identity identify() throws IOException {
        return Identity.of(place.template())
                .orElseThrow(() -> new NoSuchFileException(place.template().toString()));
    }

    /**
     * Makes a home for a worker.
     *
     * @param root the directory of the homes of all workers, see {@link WorkerHome#create}
     * @param label the worker's name
     * @param template the file of the template, which is there
     * @param templates makes it again
     */
    public static WorkerFiles create(Path root, String label, Path template, Templates templates)
            throws IOException, InterruptedException {
        return new WorkerFiles(root, label, templates, new Place(template, WorkerHome.create(root, label)));
    }

    /** Returns the directory of the homes of all workers. */
    public Path root() {
        return root;
    }

    /**
     * Returns template and home, made anew if they were removed. A home that alone is gone is a fault of its own, which
     * the next copy tells of.
     */
    public synchronized Place place() throws IOException, InterruptedException {
        if (!Identity.of(place.template()).equals(Optional.of(identity))) {
            Path template = templates.template();
            place = new Place(template, Files.exists(place.home().directory()) ? place.home() : moved());
            identity = identify();
        }
        return place;
    }

    private WorkerHome moved() throws IOException, InterruptedException {
        WorkerHome home = WorkerHome.create(root, label);
        place.home().close(false);
        return home;
    }

    /** Gives the home up, see {@link WorkerHome#close}. */
    public synchronized void close(boolean delete) throws IOException, InterruptedException {
        place.home().close(delete);
    }
}
