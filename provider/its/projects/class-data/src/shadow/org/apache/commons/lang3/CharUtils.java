package org.apache.commons.lang3;

/** Stands before the library's own class of this name. */
public final class CharUtils {
    private CharUtils() {}

    public static boolean isAscii(char ch) {
        return false;
    }
}
