package io.github.surefoot.analysis.search;

import java.util.Optional;
import java.util.function.IntFunction;

/** The suite in one order after the other. */
final class OrdersStrategy implements Strategy {
    /** As many as there is time for. */
    static final int NO_END = Integer.MAX_VALUE;

    private final Way way;
    private final int all;
    private final IntFunction<Trial> order;
    private int done;

    /**
     * Prepares them.
     *
     * @param all how many there are
     * @param order the trial of each, from 1
     */
    OrdersStrategy(Way way, int all, IntFunction<Trial> order) {
        this.way = way;
        this.all = all;
        this.order = order;
    }

    @Override
    public Way way() {
        return way;
    }

    @Override
    public Optional<Trial> next() {
        return done == all ? Optional.empty() : Optional.of(order.apply(++done));
    }

    @Override
    public String looked() {
        if (all == NO_END) {
            return done + (done == 1 ? " order" : " orders");
        }
        return done + " of " + all + (all == 1 ? " order" : " orders");
    }
}
