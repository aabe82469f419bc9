package io.github.surefoot.maven.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change may have made flaky: the test classes that are new, changed, or reach what has changed.
 *
 * @param classes their names
 * @param files how many files have changed
 * @param unseen files whose part in it class files cannot tell, such as resources and POMs
 */
public record BurnIn(Set<String> classes, int files, List<String> unseen) {
    private static final String BUILD_FILE = "pom.xml";
    private static final String RESOURCES = "/resources/";

    /** Copies set and list. */
    public BurnIn {
        classes = Set.copyOf(classes);
        unseen = List.copyOf(unseen);
    }

    /**
     * Finds them.
     *
     * @param directory of the module, in a git checkout
     * @param since a branch, tag or commit
     * @param suite the classes of the suite
     * @param classPath of the tests
     * @throws io.github.surefoot.core.SettingException if git does not know it
     */
    public static BurnIn since(Path directory, String since, List<String> suite, List<String> classPath)
            throws IOException, InterruptedException {
        Set<String> changed = new GitChanges(directory).since(since);
        Set<String> reaching = ChangedTests.read(classPath).reaching(changed);
        Set<String> classes = new LinkedHashSet<>(suite);
        classes.retainAll(reaching);
        return new BurnIn(
                classes,
                changed.size(),
                changed.stream()
                        .filter(file -> file.endsWith(BUILD_FILE) || ("/" + file).contains(RESOURCES))
                        .toList());
    }

    /** Returns what is looked at, for people. */
    public String text(String since) {
        return classes.size()
                + (classes.size() == 1
                        ? " test class is new, changed, or reaches what changed ("
                        : " test classes are new, changed, or reach what changed (")
                + files + (files == 1 ? " file" : " files") + ") since " + since
                + (unseen.isEmpty()
                        ? ""
                        : "; who depends on " + unseen.stream().limit(3).collect(Collectors.joining(", "))
                                + (unseen.size() > 3 ? ", …" : "") + " cannot be told by class files");
    }
}
