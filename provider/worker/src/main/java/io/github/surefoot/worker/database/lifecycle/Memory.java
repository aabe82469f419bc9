package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.engine.DatabaseJournal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports what the worker holds when its databases have gone: the heap, and all of the process, native code included. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIB = 1024;

    private Memory() {}

    static void report(DatabaseJournal journal) {
        Map<String, String> details = new LinkedHashMap<>();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        details.put("heapBytes", Long.toString(heap));
        if (Files.isReadable(STATUS)) {
            try {
                Files.readAllLines(STATUS).forEach(line -> put(line, details));
            } catch (IOException e) {
                System.getLogger(Memory.class.getName()).log(System.Logger.Level.DEBUG, "memory", e);
            }
        }
        journal.event("memory", details);
    }

    private static void put(String line, Map<String, String> details) {
        if (line.startsWith("VmRSS:")) {
            details.put("residentBytes", bytes(line));
        } else if (line.startsWith("VmHWM:")) {
            details.put("peakResidentBytes", bytes(line));
        }
    }

    /** Such a line is like {@code VmRSS:     123456 kB}; see proc(5). */
    private static String bytes(String line) {
        return Long.toString(Long.parseLong(line.replaceAll("\\D", "")) * KIB);
    }
}
