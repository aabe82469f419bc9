package io.github.surefoot.maven.secret;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A directory that its owner alone may enter, outside of the project and in memory where there is such a place, for what
 * may show secrets. It is gone when the build ends, however it ends.
 */
public final class PrivateDirectory implements AutoCloseable {
    private final ChannelDirectory directory;

    private PrivateDirectory(ChannelDirectory directory) {
        this.directory = directory;
    }

    /**
     * Creates one.
     *
     * @throws IOException if there is no place for it
     */
    public static PrivateDirectory create() throws IOException {
        IOException failed = new IOException("there is no place for files that may show secrets");
        for (Path base : ChannelBase.ofThisMachine().candidates()) {
            try {
                return new PrivateDirectory(ChannelDirectory.create(base));
            } catch (IOException e) {
                failed.addSuppressed(e);
            }
        }
        throw failed;
    }

    /** Returns a file in it. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
