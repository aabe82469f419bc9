package io.github.surefoot.bench.builds;

/** How much {@link Work} this machine does in a millisecond. */
final class Calibration {
    private static final int PROBE = 2_000;
    private static final int PROBES = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private Calibration() {}

    /** Returns the units, at least 1, that a warm JVM works off in some milliseconds. */
    static int units(int millis) {
        double fastest = Double.MAX_VALUE;
        long work = 0;
        for (int i = 0; i < PROBES; i++) {
            long start = System.nanoTime();
            work += Work.units(PROBE, i);
            fastest = Math.min(fastest, (System.nanoTime() - start) / NANOS_PER_MILLI);
        }
        if (work == 0) {
            throw new IllegalStateException("Work that is always done was not");
        }
        return Math.max(1, (int) Math.round(PROBE / fastest * millis));
    }
}
