package io.github.surefoot.worker.database;

/** When tests get a database as new: a fresh copy of the template, never an old one cleaned. */
public enum Reset {
    /** For every test class; its nested classes share it. */
    PER_CLASS,
    /** For every test, and every invocation of a parameterized one. */
    PER_TEST,
    /** Once for the worker: all classes that say so share one database. */
    NEVER
}
