package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.file.WorkerFiles;
import io.github.surefoot.worker.database.file.WorkerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Databases in files.
 *
 * @param root the directory of all databases of the build
 * @param files the worker's part of it, and what is copied
 */
record H2InFiles(Path root, WorkerFiles files) implements H2Storage {
    @Override
    public String copy() throws IOException, InterruptedException {
        WorkerFiles.Place place = files.place();
        Path file = place.home().freshFile(SUFFIX);
        Files.copy(place.template(), file);
        // The copy has the template's mode, which is read-only.
        if (!file.toFile().setWritable(true, true)) {
            throw new IOException("Cannot make the copy " + file + " writable");
        }
        String name = file.toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    @Override
    public boolean exists(String place) {
        return Files.exists(Path.of(place + SUFFIX));
    }

    @Override
    public void delete(String place) throws IOException, InterruptedException {
        FileTrees.deleteWithPrefix(Path.of(place + "."));
    }

    @Override
    public boolean owns(String place) {
        return place.startsWith(root.toString());
    }

    @Override
    public void sweep() throws IOException, InterruptedException {
        WorkerHome.sweep(files.root());
    }

    @Override
    public void close(boolean everything) throws IOException, InterruptedException {
        files.close(everything);
    }
}
