package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.runner.Description;

/** Who is asked for the class of a description. */
class JUnit4MethodsTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Set<String> asked = new HashSet<>();

    @BeforeEach
    void watch() {
        Thread.currentThread().setContextClassLoader(new ClassLoader(getClass().getClassLoader()) {
            @Override
            public Class<?> loadClass(String name) throws ClassNotFoundException {
                asked.add(name);
                return super.loadClass(name);
            }
        });
    }

    @AfterEach
    void putBack() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void theLoaderOfTheProjectIsAskedForAClassOfWhichOnlyTheNameIsKnown() {
        String name = getClass().getName();

        assertThat(JUnit4Methods.type(Description.createSuiteDescription(name))).isEqualTo(getClass());
        assertThat(JUnit4Methods.type(Description.createTestDescription(name, "a", "a")))
                .isEqualTo(getClass());
        assertThat(asked).containsExactly(name);
    }

    @Test
    void aDescriptionOfNoClassHasNone() {
        assertThat(JUnit4Methods.type(Description.createSuiteDescription("all of them")))
                .isNull();
        assertThat(JUnit4Methods.type(Description.createSuiteDescription("no.such.Type")))
                .isNull();
    }
}
