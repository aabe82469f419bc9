package io.github.surefoot.analysis.xml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of report files: some engines call anything a class, paths of scenarios included. */
final class FileNames {
    /** What one of the usual file systems does not take. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

    /** Usual file systems take 255 bytes, of which a character may need three; this leaves room for a number. */
    private static final int LONGEST = 80;

    private FileNames() {}

    static String of(String className) {
        String name = ILLEGAL.matcher(className).replaceAll("_");
        boolean plain = name.chars().allMatch(c -> c < 0x80);
        int longest = plain ? LONGEST * 5 / 2 : LONGEST;
        if (name.length() > longest) {
            name = name.substring(0, longest - 9) + "-" + String.format("%08x", className.hashCode());
        }
        return "TEST-" + name + ".xml";
    }

    /** Returns a name that is not in use yet, also not where case makes no difference, and notes it. */
    static String unused(String className, Set<String> used) {
        String name = of(className);
        for (int n = 2; !used.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = of(className + "-" + n);
        }
        return name;
    }
}
