package io.github.surefoot.maven.round;

import io.github.surefoot.core.protocol.PlanDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes that one execution's workers share, and the rounds in which each is theirs: from one that differs from
 * class to class to the last. Workers go on from there in the file of their claims.
 */
final class SharedPlan {
    private final Path file;
    private final int number;
    private int rounds;
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    /**
     * Prepares a plan.
     *
     * @param file where it is to be
     * @param number which of the run's plans it is
     * @param rounds the last round
     */
    SharedPlan(Path file, int number, int rounds) {
        this.file = file;
        this.number = number;
        this.rounds = rounds;
    }

    Path file() {
        return file;
    }

    int number() {
        return number;
    }

    int rounds() {
        return rounds;
    }

    /** Ends with an earlier round, if it would not anyway. */
    void endWith(int last) {
        rounds = Math.min(rounds, last);
    }

    /** Adds a class whose first round is the one after another. */
    void add(String className, int after) {
        if (after < rounds) {
            taken.put(className, after);
        }
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    List<String> classes() {
        return List.copyOf(taken.keySet());
    }

    /** Returns the first round in which any class is left. */
    int firstLeft() throws IOException {
        return left().values().stream().mapToInt(Integer::intValue).min().orElse(0) + 1;
    }

    /** Writes the claims, as workers find them. */
    void write() throws IOException {
        ByteBuffer counts = ByteBuffer.allocate(taken.size() * Integer.BYTES);
        taken.values().forEach(counts::putInt);
        Files.write(PlanDirectory.claims(file), counts.array());
    }

    /** Leaves a class to others from now on. To be called while no worker is alive. */
    void close(String className) throws IOException {
        int position = classes().indexOf(className);
        if (position < 0) {
            return;
        }
        try (FileChannel channel = FileChannel.open(PlanDirectory.claims(file), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, rounds), (long) position * Integer.BYTES);
        }
    }

    /** Returns the last round in which each class was taken up, of those for which that is not the last of all. */
    Map<String, Integer> left() throws IOException {
        Path claims = PlanDirectory.claims(file);
        // A test may have removed the directory, and with it what was done: then nothing was.
        ByteBuffer counts = Files.exists(claims) ? ByteBuffer.wrap(Files.readAllBytes(claims)) : ByteBuffer.allocate(0);
        Map<String, Integer> left = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(taken.keySet());
        for (int i = 0; i < names.size(); i++) {
            int last = counts.remaining() >= (i + 1) * Integer.BYTES
                    ? counts.getInt(i * Integer.BYTES)
                    : taken.getOrDefault(names.get(i), 0);
            if (last < rounds) {
                left.put(names.get(i), last);
            }
        }
        return left;
    }

    /** Returns how many turns of classes are left: a measure of whether anything moves. */
    long turnsLeft() throws IOException {
        return left().values().stream().mapToLong(last -> rounds - last).sum();
    }
}
