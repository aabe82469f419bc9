package io.github.surefoot.worker.database.schema;

import java.nio.charset.StandardCharsets;

/** A file of the class path or of the project. */
final class SchemaFile {
    private final String name;
    private final byte[] content;

    /**
     * Holds a file that was read.
     *
     * @param name its path as the user would write it
     * @param content its bytes, not copied
     */
    SchemaFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    void addTo(Fingerprint fingerprint) {
        fingerprint.add(name).add(content);
    }
}
