package it;

final class Count {
    private static int classes;

    private Count() {}

    static int more() {
        return ++classes;
    }
}
