package it;

public final class Calculator {
    private Calculator() {}

    static int twice(int number) {
        return 2 * number;
    }
}
