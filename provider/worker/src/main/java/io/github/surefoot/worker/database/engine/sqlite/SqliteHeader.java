package io.github.surefoot.worker.database.engine.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first bytes of a database file, by which a complete copy is known from a torn one without opening it:
 * <a href="https://www.sqlite.org/fileformat2.html#the_database_header">SQLite's file format</a>, section 1.3.
 *
 * @param pageSize bytes per page
 * @param pages pages of the database
 */
record SqliteHeader(int pageSize, int pages) {
    private static final int LENGTH = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE_AT = 16;
    private static final int PAGES_AT = 28;
    /** What the two bytes of the page size hold when it is 65536. */
    private static final int LARGEST = 1;

    /**
     * Reads the header and compares the size of the file with it. An empty file is a database without content.
     *
     * @throws IOException if the file is no database, or shorter or longer than it says
     */
    static void verify(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return;
        }
        SqliteHeader header = read(file);
        if (header.bytes() != size) {
            throw new IOException("The database " + file + " has " + size + " bytes instead of the " + header.bytes()
                    + " its header names: the copy is not complete");
        }
    }

    private static SqliteHeader read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LENGTH);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < LENGTH || !buffer.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new IOException("The file " + file + " is no SQLite database");
        }
        int size = Short.toUnsignedInt(buffer.getShort(PAGE_SIZE_AT));
        return new SqliteHeader(size == LARGEST ? 1 << 16 : size, buffer.getInt(PAGES_AT));
    }

    private long bytes() {
        return (long) pageSize * pages;
    }
}
