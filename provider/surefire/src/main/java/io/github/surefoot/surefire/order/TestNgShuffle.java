package io.github.surefoot.surefire.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testng.IMethodInstance;
import org.testng.IMethodInterceptor;
import org.testng.ITestContext;

/**
 * Shuffles the methods of each class that TestNG runs. Methods that depend on others are not asked about, and priorities
 * stand above the answer.
 */
public final class TestNgShuffle implements IMethodInterceptor {
    /** The name of this class, which needs no TestNG to be known. */
    static final String NAME = "io.github.surefoot.surefire.order.TestNgShuffle";

    /** The system property that has the seed of the round; as long as there is none, nothing is shuffled. */
    static final String SEED = "surefoot.order.seedOfRound";

    /** Called by TestNG. */
    public TestNgShuffle() {}

    @Override
    public List<IMethodInstance> intercept(List<IMethodInstance> methods, ITestContext context) {
        @Nullable Long seed = Long.getLong(SEED);
        return seed == null ? methods : shuffled(methods, seed);
    }

    private static List<IMethodInstance> shuffled(List<IMethodInstance> methods, long seed) {
        Map<Class<?>, List<IMethodInstance>> byClass = new LinkedHashMap<>();
        methods.forEach(method -> byClass.computeIfAbsent(method.getMethod().getRealClass(), type -> new ArrayList<>())
                .add(method));
        List<IMethodInstance> all = new ArrayList<>(methods.size());
        byClass.values().forEach(ofClass -> {
            ofClass.sort(Comparator.comparingLong(
                    method -> SplitMix.place(seed, method.getMethod().getQualifiedName())));
            all.addAll(ofClass);
        });
        return all;
    }
}
