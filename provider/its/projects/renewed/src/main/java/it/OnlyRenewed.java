package it;

/** Called in renewed workers alone: what it has of coverage is theirs. */
public final class OnlyRenewed {
    private OnlyRenewed() {}

    public static boolean is() {
        return !ClassLoader.getSystemClassLoader().getClass().getName().startsWith("jdk.");
    }

    public static String message() {
        return "it.StoreException: unable to open database file";
    }
}
