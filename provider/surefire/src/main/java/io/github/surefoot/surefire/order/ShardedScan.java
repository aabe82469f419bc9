package io.github.surefoot.surefire.order;

import io.github.surefoot.core.shard.ShardRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a scan has found, of which this machine runs the classes of one shard. */
final class ShardedScan {
    private final ShardRequest request;

    /** Reads which shard that is. */
    ShardedScan(Path file) {
        try {
            request = ShardRequest.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read which shard is to be run from " + file, e);
        }
    }

    /**
     * Removes the classes of other shards, and writes down those of all.
     *
     * @param classes the classes in the order of the scan, which those that stay keep
     * @param plan the file into which those that stay will be planned
     */
    void keepOwn(List<Class<?>> classes, Optional<Path> plan) {
        plan.ifPresent(file -> ClassList.write(ShardRequest.whole(file), classes));
        Collection<String> own = request.plan(
                        classes.stream().<String>map(Class::getName).toList())
                .classes(request.shard());
        classes.removeIf(found -> !own.contains(found.getName()));
    }
}
