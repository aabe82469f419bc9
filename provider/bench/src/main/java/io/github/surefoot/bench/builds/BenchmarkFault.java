package io.github.surefoot.bench.builds;

/** A build did not do what it should, so that its time says nothing. */
final class BenchmarkFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchmarkFault(String message) {
        super(message);
    }
}
