package io.github.surefoot.core.process;

import java.util.List;
import java.util.Optional;

/**
 * What is said of a process that tests have left behind: by its worker, in the journal and on the console of one round,
 * and by Maven, which reads journals while they are written.
 *
 * @param what the process, for people, as the journal's record of a leak has it
 * @param className the class that left it; empty if it may have been any of several
 */
public record LeftProcess(String what, String className) {
    private static final String PROCESS = "process ";

    /**
     * Describes a process. Nothing of its command line but the program: the rest may be secret.
     *
     * @param ran the classes that may have left it
     */
    public static LeftProcess of(ProcessHandle process, List<String> ran) {
        String program = process.info().command().map(name -> " (" + name + ")").orElse("");
        String oneOf = ran.size() > 1 ? ", left by one of " + String.join(", ", ran) : "";
        return new LeftProcess(PROCESS + process.pid() + program + oneOf, ran.size() == 1 ? ran.get(0) : "");
    }

    /**
     * Returns the process that a leak tells of, if it is one: other things are left open, too.
     *
     * @param what what was left
     * @param className the class that left it, or empty
     */
    public static Optional<LeftProcess> of(String what, String className) {
        return what.startsWith(PROCESS) ? Optional.of(new LeftProcess(what, className)) : Optional.empty();
    }

    /** Tells whether it is the process of a number. */
    public boolean is(long pid) {
        return what.startsWith(PROCESS + pid + " ") || what.equals(PROCESS + pid);
    }

    /** Returns a line for whoever may be waiting for it. */
    public String line() {
        return (className.isEmpty() ? "tests have" : className + " has") + " left a process behind: " + what
                + ". If it has inherited the output of its worker, the build waits for its end: end it in the test, or"
                + " now.";
    }
}
