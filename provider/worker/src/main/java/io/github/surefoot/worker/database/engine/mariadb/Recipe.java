package io.github.surefoot.worker.database.engine.mariadb;

import java.util.List;

/**
 * The statements by which a database becomes equal to the template. Where they name the database that is made stands
 * {@link #CLONE}; where they name the template, its own name.
 *
 * @param statements in their order
 * @param grants whether others have privileges on it, which outlive a database
 */
record Recipe(List<String> statements, boolean grants) {
    /** Stands for the name of the database: no statement has such a character. */
    static final String CLONE = "\u0001";

    /** Returns the statements that make a database. */
    List<String> making(String name) {
        return statements.stream().map(each -> each.replace(CLONE, name)).toList();
    }
}
