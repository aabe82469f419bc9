package io.github.surefoot.analysis.search;

/**
 * How far a search goes before its time is over.
 *
 * @param alone how often each test runs alone
 * @param orders how many shuffled orders there are at most, and how often the usual one runs
 * @param onlyFirst whether only the classes that are looked at first run by themselves
 */
public record SearchDepth(int alone, int orders, boolean onlyFirst) {
    /** As far as there is time. */
    public static final SearchDepth FULL = new SearchDepth(1, OrdersStrategy.NO_END, false);

    private static final int ORDERS_OF_CHANGES = 10;

    /** What a change is to stand: so many runs alone as prove 95 % if none fails, and a few orders. */
    public static final SearchDepth BURN_IN = new SearchDepth(59, ORDERS_OF_CHANGES, true);
}
