package io.github.surefoot.worker.database.schema;

/** Finds migration tools on the class path. */
final class Tools {
    private Tools() {}

    static boolean present(String className, ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns the version in the manifest of the class's jar, or else where the class came from. */
    static String versionOf(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version != null
                ? version
                : String.valueOf(type.getProtectionDomain().getCodeSource().getLocation());
    }
}
