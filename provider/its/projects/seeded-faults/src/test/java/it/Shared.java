package it;

import java.util.ArrayList;
import java.util.List;

/** What tests share and should not. */
final class Shared {
    static final List<String> REGISTRY = new ArrayList<>();
    static int rate = 1;
    static boolean one;
    static boolean other;
    static boolean connected;
    static int old = 1;
    static int ng = 1;
    static int runs;
    static int own = 1;
    static int level = 1;

    private Shared() {}
}
