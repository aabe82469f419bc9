package io.github.surefoot.bench.builds;

import java.util.List;
import java.util.stream.Stream;

/** One list after another. */
final class Concat {
    private Concat() {}

    static <T> List<T> of(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
