package io.github.surefoot.worker.database.engine.h2;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileUtils;

/**
 * Databases in H2's own file system in memory: unlike {@code mem:}, a database there can begin as a copy of a template,
 * and nothing has to be migrated again.
 */
final class H2InMemory implements H2Storage {
    private static final String ROOT = "memFS:/surefoot/";

    private final byte[] template;
    private final String home = ROOT + UUID.randomUUID() + "/";
    private final AtomicInteger last = new AtomicInteger();

    H2InMemory(byte[] template) {
        this.template = template;
    }

    @Override
    public String copy() throws IOException {
        String place = home + last.incrementAndGet();
        try (OutputStream out = FileUtils.newOutputStream(place + SUFFIX, false)) {
            out.write(template);
        }
        return place;
    }

    @Override
    public boolean exists(String place) {
        return FileUtils.exists(place + SUFFIX);
    }

    @Override
    public void delete(String place) {
        FileUtils.delete(place + SUFFIX);
        FileUtils.delete(place + ".trace.db");
    }

    @Override
    public boolean owns(String place) {
        return place.startsWith(ROOT);
    }

    @Override
    public void sweep() {
        // What is in memory dies with its worker.
    }

    @Override
    public void close(boolean everything) {
        FileUtils.deleteRecursive(home, true);
    }
}
