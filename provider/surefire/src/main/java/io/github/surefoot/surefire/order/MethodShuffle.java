package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.OrderKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Shuffles the methods of those classes whose engine does not do it by itself, and tells of the classes that keep an
 * order of their own. It leaves out no test: a filter is merely shown what an engine has found before that is run.
 */
public final class MethodShuffle implements PostDiscoveryFilter {
    private final BiConsumer<String, String> kept;
    private final Set<String> told = new HashSet<>();
    private Optional<MethodOrder> order = Optional.empty();

    /**
     * Shuffles nothing yet.
     *
     * @param kept is told of each class whose methods keep their order, once, and why they do
     */
    public MethodShuffle(BiConsumer<String, String> kept) {
        this.kept = kept;
    }

    /** Shuffles what is found from now on, for a round of an order. */
    public synchronized void from(TestOrder given, int round) {
        MethodOrder ofRound = given.methods(round);
        order = Optional.of(ofRound);
        // TestNG makes its listeners itself, and hands them nothing.
        System.setProperty(TestNgShuffle.ORDER, ofRound.text());
    }

    /** Runs tests of one class, found from now on, in the order in which they are listed; not those of TestNG. */
    public synchronized void listed(List<String> uniqueIds) {
        order = Optional.of(MethodOrder.listed(uniqueIds));
    }

    /** Leaves the methods of what is found from now on in the order that they have by themselves. */
    public synchronized void none() {
        order = Optional.empty();
        System.clearProperty(TestNgShuffle.ORDER);
    }

    @Override
    public synchronized FilterResult apply(TestDescriptor found) {
        if (found.getSource().isPresent()) {
            order.ifPresent(ofRound -> shuffle(found, ofRound));
        }
        return FilterResult.included("an order leaves out nothing");
    }

    private void shuffle(TestDescriptor found, MethodOrder ofRound) {
        switch (engine(found)) {
            case "junit-vintage" -> {
                if (found.getParent().filter(TestDescriptor::isRoot).isPresent()) {
                    JUnit4Methods.of(found).arrange(ofRound, this::keeps);
                }
            }
            case "testng" -> TestNgMethods.reasonToKeep(found).ifPresent(why -> keeps(className(found), why));
            case "junit-jupiter" -> jupiter(found, ofRound);
            default -> {
                // Any other engine has no order of methods that we know of.
            }
        }
    }

    /** It shuffles by itself from a seed; for other orders the children of what it has found are put into that order. */
    private void jupiter(TestDescriptor found, MethodOrder ofRound) {
        Optional<String> own = OwnOrder.ofJupiter(found);
        own.ifPresent(annotation -> keeps(className(found), annotation));
        if (own.isEmpty() && ofRound.kind() != OrderKind.RANDOM && isClass(found)) {
            arrangeMethods(found, ofRound);
        }
    }

    private static boolean isClass(TestDescriptor found) {
        return found.getSource().filter(ClassSource.class::isInstance).isPresent();
    }

    /** Classes that are nested in it stay behind its methods, where the engine has them. */
    private static void arrangeMethods(TestDescriptor above, MethodOrder ofRound) {
        List<TestDescriptor> children = List.copyOf(above.getChildren());
        List<TestDescriptor> methods =
                children.stream().filter(child -> !isClass(child)).toList();
        List<TestDescriptor> all = new ArrayList<>(
                ofRound.arranged(methods, child -> child.getUniqueId().toString()));
        children.stream().filter(MethodShuffle::isClass).forEach(all::add);
        children.forEach(above::removeChild);
        all.forEach(above::addChild);
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
