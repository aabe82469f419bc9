package io.github.surefoot.maven.backend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in class files, as people write them. */
final class ClassFileNames {
    /** {@code lambda$load$0} is javac's, {@code load$lambda$0} and {@code load$default} are Kotlin's. */
    private static final Pattern GENERATED = Pattern.compile(
            "(?:lambda|access)\\$(?<javac>\\D.*?)(?:\\$\\d+)?|(?<kotlin>.+?)\\$(?:lambda[$-].*|default)");

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/");
    private static final String CLASS_FILE = ".class";

    private ClassFileNames() {}

    /** Returns {@code com.acme.Rows} for {@code com/acme/Rows}. */
    static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    /** Returns the method in whose source a method of the class file is written. */
    static String written(String method) {
        Matcher matcher = GENERATED.matcher(method);
        if (!matcher.matches()) {
            return method;
        }
        String javac = matcher.group("javac");
        if (javac == null) {
            return matcher.group("kotlin");
        }
        // javac writes so where a field or a constructor has the lambda.
        return switch (javac) {
            case "new" -> Member.CONSTRUCTOR;
            case "static" -> "<clinit>";
            default -> javac;
        };
    }

    /** Returns the name of the class that a file below a directory of classes must have. */
    static String ofFile(String file) {
        String path = VERSIONED.matcher(file).replaceFirst("");
        return dotted(path.substring(0, path.length() - CLASS_FILE.length()));
    }
}
