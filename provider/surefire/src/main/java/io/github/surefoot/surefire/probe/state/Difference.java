package io.github.surefoot.surefire.probe.state;

/**
 * How a value is otherwise than before, without a value that could be secret.
 *
 * @param within what of it changed, {@code .entries} for instance; empty if it is the value itself
 * @param added how many entries it has more; 0 if it is something else
 * @param how in words that can follow its name
 */
record Difference(String within, int added, String how) {

    static Difference of(String how) {
        return new Difference("", 0, how);
    }

    /** Returns that of what holds this. */
    Difference in(String part) {
        return new Difference(part + within, added, how);
    }

    /** Compares numbers of entries. */
    static Difference ofSizes(int before, int now) {
        if (now > before) {
            return new Difference("", now - before, "");
        }
        int gone = before - now;
        return of(gone == 0 ? "holds other entries" : "has lost " + gone + (gone == 1 ? " entry" : " entries"));
    }
}
