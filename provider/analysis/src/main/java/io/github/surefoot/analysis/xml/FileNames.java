package io.github.surefoot.analysis.xml;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of report files: some engines call anything a class, paths of scenarios included. */
final class FileNames {
    /** What one of the usual file systems does not take, and halves of characters, which none does. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cs}]");

    /** Under a locale such as C, a JVM can make no path with letters beyond ASCII. */
    private static final Charset OF_PATHS = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    /** Usual file systems take 255 bytes, of which a character may need three; this leaves room for a number. */
    private static final int LONGEST = 80;

    private FileNames() {}

    static String of(String className) {
        String name = encodable(ILLEGAL.matcher(className).replaceAll("_"));
        boolean plain = name.chars().allMatch(c -> c < 0x80);
        int longest = plain ? LONGEST * 5 / 2 : LONGEST;
        if (name.length() > longest) {
            name = name.substring(0, longest - 9) + "-" + String.format("%08x", className.hashCode());
        }
        return "TEST-" + name + ".xml";
    }

    private static String encodable(String name) {
        CharsetEncoder encoder = OF_PATHS.newEncoder();
        if (encoder.canEncode(name)) {
            return name;
        }
        return name.codePoints()
                .mapToObj(Character::toString)
                .map(character -> encoder.canEncode(character) ? character : "_")
                .collect(Collectors.joining());
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
