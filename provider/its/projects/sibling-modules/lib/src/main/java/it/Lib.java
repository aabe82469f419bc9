package it;

public final class Lib {
    private Lib() {}

    public static int one() {
        return 1;
    }
}
