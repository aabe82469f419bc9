package io.github.surefoot.its.harness;

import java.util.ArrayList;
import java.util.List;

/** What the workers' JVMs are like in the builds of a test. */
public enum Jvms {
    /** As users have them. For tests whose subject is how workers start, run and are configured. */
    OF_USERS(false, false),

    /** Flags under which short lives are cheap, and class data as users have it. */
    SHARING(true, false),

    /** Flags under which short lives are cheap, and no class data. The same tests, journals and verdicts. */
    QUICK(true, true);

    private static final String ARG_LINE = "-DargLine=";
    private static final String CLASS_DATA = "-Dsurefoot.classData=";

    private final boolean flags;
    private final boolean noClassData;

    Jvms(boolean flags, boolean noClassData) {
        this.flags = flags;
        this.noClassData = noClassData;
    }

    /** Returns the arguments of a build in which the workers have these JVMs. */
    List<String> given(List<String> arguments) {
        List<String> all = new ArrayList<>();
        for (String argument : arguments) {
            all.add(flags && argument.startsWith(ARG_LINE) ? argument + ' ' + Maven.FAST : argument);
        }
        if (flags && lacks(ARG_LINE, all)) {
            all.add(ARG_LINE + Maven.FAST);
        }
        if (noClassData && lacks(CLASS_DATA, all)) {
            all.add(CLASS_DATA + "none");
        }
        return all;
    }

    private static boolean lacks(String option, List<String> arguments) {
        return arguments.stream().noneMatch(argument -> argument.startsWith(option));
    }
}
