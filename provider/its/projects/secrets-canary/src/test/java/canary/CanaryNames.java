package canary;

import java.lang.reflect.Method;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Names tests after a secret. It is asked for names when tests are looked for, which is in the Maven process too if
 * several workers share them.
 */
public final class CanaryNames extends DisplayNameGenerator.Standard {
    private static String canary() {
        String canary = String.valueOf(System.getenv("API_KEY"));
        System.out.println("looking for tests with " + canary);
        if ("search".equals(System.getenv("CANARY_END"))) {
            throw new IllegalStateException("cannot look for tests with " + canary);
        }
        return canary;
    }

    @Override
    public String generateDisplayNameForClass(Class<?> testClass) {
        return testClass.getSimpleName() + " with " + canary();
    }

    @Override
    public String generateDisplayNameForMethod(Class<?> testClass, Method testMethod) {
        return testMethod.getName() + " with " + canary();
    }
}
