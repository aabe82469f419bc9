package io.github.surefoot.core.order;

/**
 * What JUnit Jupiter names its own orders by, among the configuration parameters of JUnit Platform. The source is Jupiter's user
 * guide, "Test Execution Order".
 */
public final class JupiterOrders {
    /** The parameter of the order of classes. */
    public static final String CLASSES = "junit.jupiter.testclass.order.default";

    /** The parameter of the order of methods. */
    public static final String METHODS = "junit.jupiter.testmethod.order.default";

    /** The parameter of the seed of both random orders; where it is not set, Jupiter draws one in each JVM. */
    public static final String SEED = "junit.jupiter.execution.order.random.seed";

    /** The random order of classes. */
    public static final String RANDOM_CLASSES = "org.junit.jupiter.api.ClassOrderer$Random";

    /** The random order of methods. */
    public static final String RANDOM_METHODS = "org.junit.jupiter.api.MethodOrderer$Random";

    /** The file in which a project sets parameters, at the root of its class path. */
    public static final String FILE = "junit-platform.properties";

    private JupiterOrders() {}
}
