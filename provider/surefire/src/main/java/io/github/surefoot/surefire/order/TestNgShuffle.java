package io.github.surefoot.surefire.order;

import io.github.surefoot.core.protocol.WorkerProperty;
import java.util.ArrayList;
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

    /** The system property that has the order of the round; as long as there is none, nothing is shuffled. */
    static final String ORDER = WorkerProperty.ORDER_OF_ROUND;

    /** Called by TestNG. */
    public TestNgShuffle() {}

    @Override
    public List<IMethodInstance> intercept(List<IMethodInstance> methods, ITestContext context) {
        @Nullable String order = System.getProperty(ORDER);
        return order == null ? methods : arranged(methods, MethodOrder.parse(order));
    }

    private static List<IMethodInstance> arranged(List<IMethodInstance> methods, MethodOrder order) {
        Map<Class<?>, List<IMethodInstance>> byClass = new LinkedHashMap<>();
        methods.forEach(method -> byClass.computeIfAbsent(method.getMethod().getRealClass(), type -> new ArrayList<>())
                .add(method));
        List<IMethodInstance> all = new ArrayList<>(methods.size());
        byClass.values()
                .forEach(ofClass -> all.addAll(
                        order.arranged(ofClass, method -> method.getMethod().getQualifiedName())));
        return all;
    }
}
