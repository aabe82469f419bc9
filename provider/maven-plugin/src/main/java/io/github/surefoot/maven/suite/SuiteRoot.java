package io.github.surefoot.maven.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.model.Resource;

/**
 * A directory whose files are part of a suite: of sources, or of resources as far as the POM names them. Resources may lie in the
 * project's own directory, as the licence of a project does, beside all that builds and tests write there.
 *
 * @param directory where they lie
 * @param includes patterns of paths below it, as Ant and Maven understand them; all files if there is none
 * @param excludes patterns of what is left out
 * @param build the module's build directory, which is never part of it
 */
public record SuiteRoot(Path directory, List<String> includes, List<String> excludes, Path build) {
    /** What lies in a checkout and is none of its files. */
    private static final Set<String> APART = Set.of(".git", ".hg", ".svn", ".surefoot");

    /** Copies the lists. */
    public SuiteRoot {
        directory = directory.normalize();
        build = build.normalize();
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    static SuiteRoot ofSources(Path directory, Path build) {
        return new SuiteRoot(directory, List.of(), List.of(), build);
    }

    static SuiteRoot of(Resource resource, Path build) {
        return new SuiteRoot(Path.of(resource.getDirectory()), resource.getIncludes(), resource.getExcludes(), build);
    }

    /** Tells whether the build makes it itself, so that it differs from build to build. */
    boolean isGenerated() {
        return directory.startsWith(build);
    }

    /** Tells whether builds write below it. */
    public boolean holdsTheBuild() {
        return build.startsWith(directory);
    }

    /** Tells whether files of it may lie in a directory below. */
    boolean enters(Path below) {
        Path name = below.getFileName();
        return below.equals(directory) || !(below.equals(build) || (name != null && APART.contains(name.toString())));
    }

    /**
     * Tells whether a file is one of them.
     *
     * @param path relative to the directory, with slashes
     */
    boolean takes(String path) {
        return (includes.isEmpty() || matches(includes, path)) && !matches(excludes, path);
    }

    private static boolean matches(List<String> patterns, String path) {
        return patterns.stream()
                .anyMatch(pattern -> regex(pattern).matcher(path).matches());
    }

    /** Follows Ant's manual, "Directory-based Tasks". */
    private static Pattern regex(String pattern) {
        String text = pattern.strip().replace('\\', '/');
        text = text.endsWith("/") ? text + "**" : text;
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 2;
            } else if (text.startsWith("**", at)) {
                regex.append(".*");
                at++;
            } else if (text.charAt(at) == '*') {
                regex.append("[^/]*");
            } else if (text.charAt(at) == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(text.charAt(at))));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
