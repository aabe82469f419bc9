package io.github.surefoot.worker.database.fault;

import java.util.Locale;

/** A kind of fault of a worker's database. Every engine has its own kinds, each a constant. */
public interface Fault {
    /** Returns what may help without the user. */
    Retry retry();

    /** Returns what the user can do, a sentence. */
    String mend();

    /** Returns the name of the constant. */
    String name();

    /** Returns the word for it in journals: {@code disk-full}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
