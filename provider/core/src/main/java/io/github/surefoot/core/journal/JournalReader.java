package io.github.surefoot.core.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads journals, whole ones and those whose writer died. */
public final class JournalReader {
    /** Beyond this, more of them tell nobody more. */
    private static final int MOST_DAMAGES = 20;

    /** Longer than any stack trace; a longer line is no record. */
    private static final int LONGEST_LINE = 64 << 20;

    private final Path file;
    private final Consumer<JournalEntry> sink;
    private final int longestLine;
    private final List<String> damages = new ArrayList<>();
    private long expectedNumber = 1;
    private boolean versionSeen;
    private boolean headerSeen;
    private boolean endSeen;
    private boolean finished;
    private boolean torn;

    private JournalReader(Path file, Consumer<JournalEntry> sink, int longestLine) {
        this.file = file;
        this.sink = sink;
        this.longestLine = longestLine;
    }

    /**
     * Reads a journal into memory.
     *
     * @throws JournalFormatException if the file is no journal, or of another version
     * @throws IOException if it cannot be read
     */
    public static Journal read(Path file) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        JournalCondition condition = stream(file, entries::add);
        JournalEntry.Header header = (JournalEntry.Header) entries.get(0);
        return new Journal(file, header, entries.subList(1, entries.size()), condition);
    }

    /**
     * Reads a journal of any length, handing on one record after the other, the header first. A damaged record is
     * left out and told of in the condition; those after it are still handed on, since nothing recorded may be lost.
     *
     * @return in what state it was found
     * @throws JournalFormatException if the file is no journal, or of another version
     * @throws IOException if it cannot be read
     */
    public static JournalCondition stream(Path file, Consumer<JournalEntry> sink) throws IOException {
        return stream(file, sink, LONGEST_LINE);
    }

    static JournalCondition stream(Path file, Consumer<JournalEntry> sink, int longestLine) throws IOException {
        JournalReader reader = new JournalReader(file, sink, longestLine);
        reader.readAll();
        if (!reader.headerSeen) {
            throw JournalFormatException.noJournal(file);
        }
        return new JournalCondition(reader.finished, reader.torn, reader.damages);
    }

    private void readAll() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] line = new byte[512];
            int length = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    record(line, length);
                    length = 0;
                    continue;
                }
                if (length == line.length) {
                    if (length >= longestLine) {
                        throw JournalFormatException.noJournal(file);
                    }
                    line = Arrays.copyOf(line, length * 2);
                }
                line[length++] = (byte) b;
            }
            torn = length > 0;
        }
        finished &= !torn;
    }

    private void record(byte[] line, int length) throws JournalFormatException {
        boolean ended = finished;
        finished = false;
        long number = expectedNumber++;
        try {
            JournalFormat.Line decoded = JournalFormat.decode(line, length);
            if (decoded.number() != number) {
                damaged("record " + number + " is missing, " + decoded.number() + " stands in its place");
                expectedNumber = decoded.number() + 1;
            }
            if (versionSeen) {
                entry(EntryCodec.decode(decoded), ended);
            } else {
                version(decoded);
            }
        } catch (MalformedRecordException e) {
            if (!headerSeen) {
                throw JournalFormatException.noJournal(file);
            }
            damaged("record " + number + " cannot be used: " + e.getMessage());
        }
    }

    private void version(JournalFormat.Line line) throws JournalFormatException {
        if (!line.type().equals(JournalFormat.MAGIC)) {
            throw JournalFormatException.noJournal(file);
        }
        versionSeen = true;
        String version = line.fields().required("format");
        if (!version.equals(JournalFormat.VERSION)) {
            throw JournalFormatException.wrongVersion(file, version);
        }
    }

    /** Takes a record; {@code ended} tells whether the end was before it, and nothing else than may follow. */
    private void entry(JournalEntry entry, boolean ended) throws JournalFormatException {
        boolean header = entry instanceof JournalEntry.Header;
        if (header == headerSeen) {
            if (!headerSeen) {
                throw JournalFormatException.noJournal(file);
            }
            damaged("record " + (expectedNumber - 1) + " is a second header");
            return;
        }
        headerSeen = true;
        boolean end = entry instanceof JournalEntry.Finished;
        finished = end || (ended && entry instanceof JournalEntry.WorkerStopped);
        if (end && endSeen) {
            damaged("record " + (expectedNumber - 1) + " is a second end");
        }
        endSeen |= end;
        sink.accept(entry);
    }

    private void damaged(String what) {
        if (damages.size() < MOST_DAMAGES) {
            damages.add(file.getFileName() + ": " + what);
        }
    }
}
