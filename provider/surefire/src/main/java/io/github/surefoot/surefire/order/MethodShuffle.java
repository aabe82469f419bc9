package io.github.surefoot.surefire.order;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Shuffles the methods of those classes whose engine does not do it by itself, and tells of the classes that keep an
 * order of their own. It leaves out no test: a filter is merely shown what an engine has found before that is run.
 */
public final class MethodShuffle implements PostDiscoveryFilter {
    private final BiConsumer<String, String> kept;
    private final Set<String> told = new HashSet<>();
    private OptionalLong seed = OptionalLong.empty();

    /**
     * Shuffles nothing yet.
     *
     * @param kept is told of each class whose methods keep their order, once, and why they do
     */
    public MethodShuffle(BiConsumer<String, String> kept) {
        this.kept = kept;
    }

    /** Shuffles what is found from now on, for a round of an order. */
    public synchronized void from(RandomOrder order, int round) {
        long ofRound = order.ofRound(round);
        seed = OptionalLong.of(ofRound);
        // TestNG makes its listeners itself, and hands them nothing.
        System.setProperty(TestNgShuffle.SEED, Long.toString(ofRound));
    }

    @Override
    public synchronized FilterResult apply(TestDescriptor found) {
        if (seed.isPresent() && found.getSource().isPresent()) {
            shuffle(found, seed.getAsLong());
        }
        return FilterResult.included("an order leaves out nothing");
    }

    private void shuffle(TestDescriptor found, long ofRound) {
        switch (engine(found)) {
            case "junit-vintage" -> {
                if (found.getParent().filter(TestDescriptor::isRoot).isPresent()) {
                    JUnit4Methods.of(found).shuffle(ofRound, this::keeps);
                }
            }
            case "testng" -> TestNgMethods.reasonToKeep(found).ifPresent(why -> keeps(className(found), why));
            case "junit-jupiter" ->
                OwnOrder.ofJupiter(found).ifPresent(annotation -> keeps(className(found), annotation));
            default -> {
                // Any other engine has no order of methods that we know of.
            }
        }
    }

    private void keeps(String className, String why) {
        if (told.add(className)) {
            kept.accept(className, why);
        }
    }

    private static String className(TestDescriptor found) {
        return OwnOrder.javaClass(found).map(Class::getName).orElse(found.getDisplayName());
    }

    private static String engine(TestDescriptor found) {
        return Optional.of(found.getUniqueId()).flatMap(UniqueId::getEngineId).orElse("");
    }
}
