package io.github.surefoot.surefire.probe.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests of a project share and should not. */
final class Left {
    static final List<String> LIST = new ArrayList<>(List.of("one"));
    static final Map<String, Integer> MAP = new HashMap<>(Map.of("a", 1));
    static final AtomicInteger COUNT = new AtomicInteger(3);
    static final ThreadLocal<String> USER = new ThreadLocal<>();
    static final ThreadLocal<List<String>> OPEN = ThreadLocal.withInitial(ArrayList::new);
    static final ThreadLocal<String> REFUSING = ThreadLocal.withInitial(() -> {
        throw new IllegalStateException("not yet");
    });
    static final int[] NUMBERS = {1, 2, 3};
    static final Holder HOLDER = new Holder();
    static final List<Holder> HOLDERS = new ArrayList<>(List.of(new Holder()));
    static final List<String> FIXED = List.of("a");
    static final Path NOWHERE = Path.of("nowhere");

    static int number = 1;
    static boolean flag;
    static String text = "before";
    static Object object = "before";
    static List<String> replaced = List.of("a", "b", "c");

    private Left() {}

    /** Holds something, and itself. */
    static final class Holder {
        String text = "before";
        int number = 1;
        final Holder itself = this;
        final List<String> entries = new ArrayList<>();
    }
}
