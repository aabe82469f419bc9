package io.github.surefoot.core.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real files whose disk can be full, and whose descriptors can be closed or come to be those of another file. */
final class FailingDisk implements OpenFile.Opener {
    final List<Descriptor> opened = new ArrayList<>();
    boolean full;

    @Override
    public RandomAccessFile open(Path path) throws IOException {
        Descriptor descriptor = new Descriptor(path);
        opened.add(descriptor);
        return descriptor;
    }

    Descriptor last() {
        return opened.get(opened.size() - 1);
    }

    /** One opened file. */
    final class Descriptor extends RandomAccessFile {
        private @Nullable RandomAccessFile other;

        Descriptor(Path path) throws IOException {
            super(path.toFile(), "rw");
        }

        /** Has everything go to another file from now on. */
        void becomes(RandomAccessFile file) {
            other = file;
        }

        boolean isOpen() throws IOException {
            return getFD().valid();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            if (other != null) {
                other.write(bytes);
            } else {
                super.write(bytes);
            }
        }

        @Override
        public void seek(long position) throws IOException {
            if (other != null) {
                other.seek(position);
            } else {
                super.seek(position);
            }
        }

        @Override
        public long length() throws IOException {
            return other != null ? other.length() : super.length();
        }
    }
}
