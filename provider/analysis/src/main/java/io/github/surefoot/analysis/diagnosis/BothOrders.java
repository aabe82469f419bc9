package io.github.surefoot.analysis.diagnosis;

/**
 * How often a test failed in new JVMs that were given one of two opposite orders. Whether it depends on them may be seen though
 * one of many runs of a side ends otherwise, by whatever else there is.
 *
 * @param forward in the one
 * @param backward in the other
 */
record BothOrders(Shown forward, Shown backward) {
    static final BothOrders NOTHING = new BothOrders(Shown.NOTHING, Shown.NOTHING);

    /** How many runs of each side that all end alike are enough: by chance, at most one test in five hundred does that. */
    static final int ENOUGH = 5;

    /** How many of each side are enough where one ends otherwise: by chance, at most one in four thousand does. */
    static final int MOST = 10;

    /** Two of each side that all end alike: a third would hardly tell the sides apart. */
    private static final int ALIKE = 2;

    /** Tells whether more runs would change nothing. */
    boolean isDecided() {
        boolean clean = exceptions() == 0;
        return exceptions() > 1
                || (runs() >= ALIKE && clean && forward.always() == backward.always())
                || (runs() >= ENOUGH && clean)
                || runs() >= MOST;
    }

    /** Tells whether the test fails in the one order, and passes in the other. */
    boolean areOpposite() {
        return isDecided() && exceptions() <= 1 && fails(forward) != fails(backward);
    }

    /** Tells in which of two opposite orders it fails. */
    boolean failsForward() {
        return fails(forward);
    }

    private int runs() {
        return Math.min(forward.runs(), backward.runs());
    }

    /** Returns how many runs end otherwise than most of their side: of the side that has more of them. */
    private int exceptions() {
        return Math.max(otherwise(forward), otherwise(backward));
    }

    private static boolean fails(Shown side) {
        return 2 * side.failed() > side.runs();
    }

    private static int otherwise(Shown side) {
        return Math.min(side.failed(), side.runs() - side.failed());
    }
}
