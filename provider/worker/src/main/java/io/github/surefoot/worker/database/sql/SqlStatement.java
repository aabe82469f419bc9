package io.github.surefoot.worker.database.sql;

/**
 * One statement of a script.
 *
 * @param line the line of the script it begins on, from 1; comments before it do not count
 * @param text the statement without its final semicolon
 */
public record SqlStatement(int line, String text) {
    private static final int SHOWN = 160;

    /** Returns the statement on one line, cut off where it gets long. */
    public String summary() {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= SHOWN ? flat : flat.substring(0, SHOWN) + " …";
    }
}
