package io.github.surefoot.core.probe;

import java.util.List;

/**
 * Something that was otherwise when a test began than before what ran ahead of it. It never has a value that could be
 * secret: of texts and system properties it tells that they are others, and no more.
 *
 * @param sort what sort of thing
 * @param name which: {@code package.Class#field} of a field, else a name for people
 * @param within what of it changed, {@code .entries} for instance; empty if it is the thing itself
 * @param place where it is declared, {@code Registry.java:14}; empty if that is not known
 * @param added how many entries it has more; 0 if it is something else that changed
 * @param how what is otherwise, in words that can follow its name
 */
public record StateChange(Sort sort, String name, String within, String place, int added, String how) {
    /** How many words it takes in a line. */
    static final int WORDS = 6;

    /** What can be otherwise. */
    public enum Sort {
        /** A static field of a class of the project. */
        FIELD,
        /** A system property. */
        PROPERTY,
        /** A default of the JVM, as its locale or time zone. */
        DEFAULT,
        /** A file of the working directory. */
        FILE,
        /** A thread. */
        THREAD
    }

    /** Returns what a probe is told that is to undo it. */
    public String key() {
        return sort + " " + name;
    }

    /** Returns the same with the place where it is declared. */
    public StateChange at(String where) {
        return new StateChange(sort, name, within, where, added, how);
    }

    /** Returns it as a sentence without its full stop, with those who did it. */
    public String by(String whom) {
        String what = sort == Sort.FIELD ? field() + within : name;
        String where = place.isEmpty() ? "" : " (" + place + ")";
        return what
                + where
                + (added > 0
                        ? " holds " + added + (added == 1 ? " entry that " : " entries that ") + whom + " put there"
                        : " " + how + " after " + whom);
    }

    private String field() {
        int hash = name.indexOf('#');
        String type = name.substring(0, hash);
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + name.substring(hash + 1);
    }

    List<String> words() {
        return List.of(sort.name(), name, within, place, Integer.toString(added), how);
    }

    /**
     * Reads what {@link #words} gave.
     *
     * @throws IllegalArgumentException if they are no such words
     */
    static StateChange of(List<String> words) {
        return new StateChange(
                Sort.valueOf(words.get(0)),
                words.get(1),
                words.get(2),
                words.get(3),
                Integer.parseInt(words.get(4)),
                words.get(5));
    }
}
