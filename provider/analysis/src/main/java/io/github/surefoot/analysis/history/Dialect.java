package io.github.surefoot.analysis.history;

/** What SQLite and PostgreSQL do differently. */
enum Dialect {
    SQLITE("integer primary key") {
        @Override
        int tables(HistoryMapper mapper) {
            return mapper.sqliteTables();
        }

        @Override
        boolean hasSchema(HistoryMapper mapper) {
            return mapper.sqliteSchemaTables() > 0;
        }

        @Override
        void lockForMigration(HistoryMapper mapper) {
            // Every transaction of ours begins as IMMEDIATE, which admits one writer.
        }
    },
    POSTGRESQL("bigint generated always as identity primary key") {
        @Override
        int tables(HistoryMapper mapper) {
            return 0; // Others may live in the same database.
        }

        @Override
        boolean hasSchema(HistoryMapper mapper) {
            return mapper.postgresSchemaTables() > 0;
        }

        @Override
        void lockForMigration(HistoryMapper mapper) {
            mapper.postgresLock(LOCK);
        }
    };

    /** The number of our advisory lock, the letters "Surefoot". */
    private static final long LOCK = 0x53_75_72_65_66_6f_6f_74L;

    private final String identity;

    Dialect(String identity) {
        this.identity = identity;
    }

    /** Returns the type of a primary key that the database numbers by itself. */
    String identity() {
        return identity;
    }

    /** Returns how many tables there are that make the database somebody else's. */
    abstract int tables(HistoryMapper mapper);

    /** Tells whether the history was set up. */
    abstract boolean hasSchema(HistoryMapper mapper);

    /** Keeps other builds from migrating until this transaction ends. */
    abstract void lockForMigration(HistoryMapper mapper);
}
