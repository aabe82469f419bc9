package io.github.surefoot.maven.surefire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.apache.maven.project.MavenProject;

/**
 * One execution of a plugin that forks tests, by which a module has a suite of its own: it is run, judged and replayed by
 * itself.
 *
 * @param plugin which plugin
 * @param id the id of the execution in the POM
 */
public record TestExecution(TestPlugin plugin, String id) {
    private static final String SEPARATOR = ":";
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

    /** Returns the one that a plugin has where nobody names another. */
    public static TestExecution defaultOf(TestPlugin plugin) {
        return new TestExecution(plugin, plugin.defaultExecution());
    }

    /**
     * Reads one as users name it: {@code slow-tests}, {@code failsafe:slow-its}, or {@code failsafe} for the one that
     * Failsafe has by default. Whether the project has it is not looked at.
     *
     * @param text what a user has set; without a plugin's name in front it is of Surefire
     */
    public static TestExecution parse(String text) {
        String given = text.strip();
        for (TestPlugin plugin : TestPlugin.values()) {
            if (given.equals(plugin.word())) {
                return defaultOf(plugin);
            }
            if (given.startsWith(plugin.word() + SEPARATOR)) {
                return new TestExecution(plugin, given.substring(plugin.word().length() + SEPARATOR.length()));
            }
        }
        return new TestExecution(TestPlugin.SUREFIRE, given);
    }

    /**
     * Returns all that a build of a project runs, in the order of its POM; the plugin's default one if the project has
     * none of its own.
     */
    public static List<TestExecution> in(MavenProject project, TestPlugin plugin) {
        return SurefireExecutions.in(plugin, plugin.of(project));
    }

    /** Returns a sentence for those that a build of a project does not run, since the project has switched them off. */
    public static Optional<String> switchedOff(MavenProject project, TestPlugin plugin) {
        return SurefireExecutions.switchedOff(plugin, plugin.of(project));
    }

    /** Returns how users name it, as {@link #parse} reads it. */
    public String text() {
        return plugin == TestPlugin.SUREFIRE ? id : isDefault() ? plugin.word() : plugin.word() + SEPARATOR + id;
    }

    /** Tells whether it is the one that the plugin has by default. */
    public boolean isDefault() {
        return id.equals(plugin.defaultExecution());
    }

    /** Tells whether it is the one that is meant where nobody names any. */
    public boolean isOfModule() {
        return plugin == TestPlugin.SUREFIRE && isDefault();
    }

    /**
     * Returns the name of its directory below {@code target/surefoot}, which no other execution of the module has; empty
     * for the one that is meant where nobody names any.
     */
    public String directory() {
        if (isOfModule()) {
            return "";
        }
        return isDefault() ? plugin.word() : plugin.word() + "-" + fileName(id);
    }

    /** A name that had to be changed may be that of another execution now. */
    private static String fileName(String id) {
        String safe = UNSAFE.matcher(id).replaceAll("_");
        if (safe.equals(id)) {
            return id;
        }
        CRC32C sum = new CRC32C();
        sum.update(id.getBytes(StandardCharsets.UTF_8));
        return String.format("%s-%08x", safe, sum.getValue());
    }

    /**
     * Returns the name of its suite.
     *
     * @param module the module, as {@code groupId:artifactId}
     */
    public String suite(String module) {
        return isOfModule() ? module : module + " (" + text() + ")";
    }
}
