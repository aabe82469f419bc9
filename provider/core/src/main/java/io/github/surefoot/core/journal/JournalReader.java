package io.github.surefoot.core.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads journals, whole ones and those whose writer died. */
public final class JournalReader {
    /** Beyond this, more of them tell nobody more. */
    private static final int MOST_DAMAGES = 20;

    /** Longer than any stack trace; a longer line is no record. */
    private static final int LONGEST_LINE = 64 << 20;

    private final Path file;
    private final Function<JournalEntry.Header, ? extends Consumer<JournalEntry>> byHeader;
    private final int longestLine;
    private final List<String> damages = new ArrayList<>();
    private long expectedNumber = 1;
    private boolean versionSeen;
    private @Nullable Consumer<JournalEntry> sink;
    private boolean endSeen;
    private boolean finished;
    private boolean torn;

    /**
     * A journal that was read to its end.
     *
     * @param sink who took its records
     * @param condition in what state it was found
     * @param <S> what takes records
     */
    public record Read<S>(S sink, JournalCondition condition) {}

    private JournalReader(
            Path file, Function<JournalEntry.Header, ? extends Consumer<JournalEntry>> byHeader, int longestLine) {
        this.file = file;
        this.byHeader = byHeader;
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
        return read(
                        file,
                        header -> {
                            sink.accept(header);
                            return sink;
                        },
                        longestLine)
                .condition();
    }

    /**
     * Reads a journal as {@link #stream} does, and hands the records to whom its header is for, the header left out.
     *
     * @param byHeader names who takes the records that follow a header
     * @param <S> what takes records
     * @throws JournalFormatException if the file is no journal, or of another version
     * @throws IOException if it cannot be read
     */
    public static <S extends Consumer<JournalEntry>> Read<S> read(Path file, Function<JournalEntry.Header, S> byHeader)
            throws IOException {
        return read(file, byHeader, LONGEST_LINE);
    }

    private static <S extends Consumer<JournalEntry>> Read<S> read(
            Path file, Function<JournalEntry.Header, S> byHeader, int longestLine) throws IOException {
        AtomicReference<@Nullable S> sink = new AtomicReference<>();
        JournalReader reader = new JournalReader(
                file,
                header -> {
                    S chosen = byHeader.apply(header);
                    sink.set(chosen);
                    return chosen;
                },
                longestLine);
        reader.readAll();
        @Nullable S chosen = sink.get();
        if (chosen == null) {
            throw JournalFormatException.noJournal(file);
        }
        return new Read<>(chosen, new JournalCondition(reader.finished, reader.torn, reader.damages));
    }

    private void readAll() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            torn = new JournalFormat.Lines(longestLine, this::record).read(in) > 0;
        } catch (JournalFormat.Lines.TooLongException e) {
            throw JournalFormatException.noJournal(file);
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
            if (sink == null) {
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
        @Nullable Consumer<JournalEntry> taker = sink;
        if (entry instanceof JournalEntry.Header header) {
            if (taker == null) {
                sink = byHeader.apply(header);
            } else {
                damaged("record " + (expectedNumber - 1) + " is a second header");
            }
            return;
        }
        if (taker == null) {
            throw JournalFormatException.noJournal(file);
        }
        boolean end = entry instanceof JournalEntry.Finished;
        finished = end || (ended && entry instanceof JournalEntry.WorkerStopped);
        if (end && endSeen) {
            damaged("record " + (expectedNumber - 1) + " is a second end");
        }
        endSeen |= end;
        taker.accept(entry);
    }

    private void damaged(String what) {
        if (damages.size() < MOST_DAMAGES) {
            damages.add(file.getFileName() + ": " + what);
        }
    }
}
