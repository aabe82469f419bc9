package io.github.surefoot.maven.backend;

/** What the project's rules say about a finding. */
sealed interface Ruling {
    /** Returns the word for it in files. */
    String word();

    /** Nothing: it is only told. */
    record Listed() implements Ruling {
        @Override
        public String word() {
            return "listed";
        }
    }

    /**
     * The build fails for it.
     *
     * @param by the entry of the setting
     */
    record Banned(String by) implements Ruling {
        @Override
        public String word() {
            return "banned";
        }
    }

    /**
     * It is an exception.
     *
     * @param by the entry of the setting
     */
    record Allowed(String by) implements Ruling {
        @Override
        public String word() {
            return "allowed";
        }
    }
}
