package io.github.surefoot.core.probe;

import io.github.surefoot.core.order.OrderKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a JVM is asked to run.
 *
 * @param requests requests to JUnit's launcher, one after the other
 * @param watched JUnit Platform's identifier of the test whose end is asked for
 * @param seed the number of the order of methods, if its kind has one
 * @param round the round whose order it is
 * @param look whether it compares what was left behind
 * @param kind what the order of methods is made by
 * @param tells whether it tells how each test ends, and not that of one alone
 */
public record ProbeRequest(
        List<List<Item>> requests,
        String watched,
        OptionalLong seed,
        int round,
        StateLook look,
        OrderKind kind,
        boolean tells) {
    private static final String NEXT = "next";
    private static final String CLASS = "class";
    private static final String TEST = "test";
    private static final String LOOK = "look";
    private static final String COMPARED = "compared";
    private static final String UNDONE = "undone";
    private static final int FIXED = 4;
    private static final String TELLS = "tells";

    /** Copies the lists. */
    public ProbeRequest {
        requests = requests.stream().map(List::copyOf).toList();
    }

    /** A request that compares nothing. */
    public ProbeRequest(List<List<Item>> requests, String watched, OptionalLong seed, int round) {
        this(requests, watched, seed, round, StateLook.NONE);
    }

    /** A request for the end of one test; methods are in random order if there is a seed. */
    public ProbeRequest(List<List<Item>> requests, String watched, OptionalLong seed, int round, StateLook look) {
        this(requests, watched, seed, round, look, seed.isPresent() ? OrderKind.RANDOM : OrderKind.CONFIGURED, false);
    }

    /** Returns the same with another order of methods. */
    public ProbeRequest ordered(OrderKind by) {
        return new ProbeRequest(requests, watched, seed, round, look, by, tells);
    }

    /**
     * A class or a test.
     *
     * @param name the name of the class, or JUnit Platform's identifier of the test
     * @param isClass which of both
     */
    public record Item(String name, boolean isClass) {}

    /** Returns it as a line of ASCII. */
    public String line() {
        List<String> words = new ArrayList<>();
        words.add(watched);
        words.add(seed.isPresent() ? Long.toString(seed.getAsLong()) : "");
        words.add(Integer.toString(round));
        words.add(kind.word());
        if (tells) {
            words.add(TELLS);
        }
        if (look.asked()) {
            words.add(LOOK);
            look.classes().forEach(name -> words.addAll(List.of(COMPARED, name)));
            look.undone().forEach(key -> words.addAll(List.of(UNDONE, key)));
        }
        for (List<Item> request : requests) {
            words.add(NEXT);
            for (Item item : request) {
                words.add(item.isClass() ? CLASS : TEST);
                words.add(item.name());
            }
        }
        return ProbeWords.line(words);
    }

    /**
     * Reads what {@link #line} gave.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    public static ProbeRequest parse(String line) {
        List<String> words = ProbeWords.of(line);
        if (words.size() < FIXED) {
            throw no(line);
        }
        List<List<Item>> requests = new ArrayList<>();
        List<String> compared = new ArrayList<>();
        List<String> undone = new ArrayList<>();
        int at = FIXED;
        boolean tells = at < words.size() && words.get(at).equals(TELLS);
        at += tells ? 1 : 0;
        boolean asked = at < words.size() && words.get(at).equals(LOOK);
        at += asked ? 1 : 0;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.equals(NEXT)) {
                requests.add(new ArrayList<>());
                at++;
            } else if ((word.equals(CLASS) || word.equals(TEST)) && at + 1 < words.size() && !requests.isEmpty()) {
                requests.get(requests.size() - 1).add(new Item(words.get(at + 1), word.equals(CLASS)));
                at += 2;
            } else if (asked && requests.isEmpty() && at + 1 < words.size() && word.equals(COMPARED)) {
                compared.add(words.get(at + 1));
                at += 2;
            } else if (asked && requests.isEmpty() && at + 1 < words.size() && word.equals(UNDONE)) {
                undone.add(words.get(at + 1));
                at += 2;
            } else {
                throw no(line);
            }
        }
        String seed = words.get(1);
        return new ProbeRequest(
                requests,
                words.get(0),
                seed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seed)),
                Integer.parseInt(words.get(2)),
                asked ? new StateLook(true, compared, undone) : StateLook.NONE,
                OrderKind.of(words.get(3)).orElseThrow(() -> no(line)),
                tells);
    }

    private static IllegalArgumentException no(String line) {
        return new IllegalArgumentException("'" + line + "' is no request for a probe");
    }
}
