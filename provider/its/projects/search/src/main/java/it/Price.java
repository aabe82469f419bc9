package it;

/** Is changed by a branch. */
public final class Price {
    private Price() {}

    public static int withTax(int price) {
        return price + price / 5;
    }
}
