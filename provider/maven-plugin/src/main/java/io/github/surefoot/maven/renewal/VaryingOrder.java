package io.github.surefoot.maven.renewal;

import io.github.surefoot.core.order.JupiterOrders;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.maven.surefire.Surefire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out whether classes have another order in each round. In a JVM that is kept, what a library remembers of the first
 * order decides what is seen in all later ones: a failure that comes of half the orders would come in all rounds of such a JVM,
 * or in none.
 */
public final class VaryingOrder {
    private static final String WHY = "classes have another order in each round, and libraries remember the first (";

    private VaryingOrder() {}

    /**
     * Returns why classes cannot be renewed, if they have.
     *
     * @param order Surefoot's own order
     */
    public static Optional<String> of(OrderKind order, Surefire surefire) {
        if (order.variesByRound()) {
            return Optional.of(WHY + "surefoot.order=" + order.word() + ")");
        }
        return isDrawnByJupiter(surefire) ? Optional.of(WHY + JupiterOrders.RANDOM_CLASSES + ")") : Optional.empty();
    }

    private static boolean isDrawnByJupiter(Surefire surefire) {
        String all = surefire.jvmArguments()
                + surefire.configuration().text("properties")
                + surefire.configuration().text("systemPropertyVariables")
                + surefire.configuration().text("systemProperties")
                + surefire.classDirectories().stream()
                        .map(directory -> text(directory.resolve(JupiterOrders.FILE)))
                        .toList();
        return all.contains(JupiterOrders.RANDOM_CLASSES) && !all.contains(JupiterOrders.SEED);
    }

    private static String text(Path file) {
        try {
            // Any bytes will do: what is looked for is ASCII.
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
