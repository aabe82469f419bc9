package io.github.surefoot.core;

import java.util.regex.Pattern;

/** Patterns of paths with {@code **}, {@code *} and {@code ?}, as Ant, Maven and git have them. */
public final class PathGlob {
    private PathGlob() {}

    /**
     * Returns the regular expression of a pattern: {@code **}{@code /} is any number of directories, {@code **} anything,
     * {@code *} and {@code ?} anything and one character within a name. The sources are Ant's manual, "Directory-based Tasks",
     * and that of gitignore.
     *
     * @param glob with slashes
     */
    public static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            if (glob.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 2;
            } else if (glob.startsWith("**", at)) {
                regex.append(".*");
                at++;
            } else if (glob.charAt(at) == '*') {
                regex.append("[^/]*");
            } else if (glob.charAt(at) == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(glob.substring(at, at + 1)));
            }
        }
        return regex.toString();
    }
}
