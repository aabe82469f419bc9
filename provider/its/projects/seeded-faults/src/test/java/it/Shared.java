package it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

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
    static String server = "stopped";
    static final Map<String, String> CACHE = new ConcurrentHashMap<>();
    static final AtomicInteger COUNTER = new AtomicInteger();
    static final int[] LIMITS = {10, 20, 30};
    static final ThreadLocal<String> USER = new ThreadLocal<>();

    private Shared() {}
}
