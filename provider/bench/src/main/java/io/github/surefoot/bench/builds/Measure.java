package io.github.surefoot.bench.builds;

/** What is held against a bar. */
enum Measure {
    /** Wall-clock time. */
    TIME("time") {
        @Override
        double of(Sample sample, int workers) {
            return sample.seconds();
        }
    },
    /** CPU time of the whole command. */
    CPU("CPU time") {
        @Override
        double of(Sample sample, int workers) {
            return sample.cpuSeconds();
        }
    },
    /** The most memory one worker had resident. */
    MEMORY("memory of a worker") {
        @Override
        double of(Sample sample, int workers) {
            return sample.workerMebibytes();
        }
    },
    /** Which part of the physical limit was reached. */
    LIMIT("share of the physical limit") {
        @Override
        double of(Sample sample, int workers) {
            return sample.shareOfLimit(workers);
        }
    };

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    abstract double of(Sample sample, int workers);

    String words() {
        return words;
    }
}
