package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The slots that living workers hold, whatever their round: the operating system frees that of one that dies. */
final class SlotLocks {
    private final JournalDirectory directory;

    SlotLocks(JournalDirectory directory) {
        this.directory = directory;
    }

    /** Locks a slot, or returns null while another worker lives in it. */
    @SuppressWarnings("resource") // Closing the lock's channel frees the slot, and so does the end of this JVM.
    @Nullable
    FileLock tryLock(int slot) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.slot(slot), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Another worker in this JVM, as in tests.
            channel.close();
            return null;
        }
        channel.close();
        return null;
    }
}
