package io.github.surefoot.maven.suite;

import io.github.surefoot.core.PathGlob;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Returns what tells by its path, relative to the directory and with slashes, whether a file is one of them. */
    Predicate<String> files() {
        List<Pattern> taken = patterns(includes);
        List<Pattern> left = patterns(excludes);
        return path -> (taken.isEmpty() || matches(taken, path)) && !matches(left, path);
    }

    private static boolean matches(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static List<Pattern> patterns(List<String> globs) {
        return globs.stream()
                .map(glob -> glob.strip().replace('\\', '/'))
                .map(glob -> Pattern.compile(PathGlob.regex(glob.endsWith("/") ? glob + "**" : glob)))
                .toList();
    }
}
