package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCodeTest {
    private final TestCode cart = TestCode.of("shop.CartTest");

    private static Throwable thrownIn(String className, String method) {
        Throwable thrown = new IllegalStateException("a sample");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.ArrayList", "forEach", "ArrayList.java", 1),
            new StackTraceElement(className, method, "CartTest.java", 7)
        });
        return thrown;
    }

    @ParameterizedTest
    @CsvSource({
        "shop.CartTest,           adds,              true",
        "shop.CartTest,           lambda$adds$0,     true",
        "shop.CartTest$1,         run,               true",
        "shop.CartTest,           lambda$new$0,      false",
        "shop.CartTest,           lambda$static$0,   false",
        "shop.CartTest$Extension, beforeEach,        false",
        "shop.CartTest$,          odd,               false",
        "shop.CartTests,          adds,              false",
        "shop.Cart,               add,               false"
    })
    void aFrameIsOfTheTestOrNot(String className, String method, boolean ofTheTest) {
        Throwable thrown = thrownIn(className, method);
        assertThat(cart.threw(thrown)).isEqualTo(ofTheTest);
        assertThat(cart.isBehind(thrown)).isEqualTo(ofTheTest);
    }

    @Test
    void whatIsBehindAFailureIsSearchedToItsEnd() {
        Throwable deep = new IllegalArgumentException(thrownIn("shop.Cart", "add"));
        deep.addSuppressed(new IllegalStateException(thrownIn("shop.CartTest", "adds")));
        Throwable top = new IllegalStateException(deep);
        assertThat(cart.isBehind(top)).isTrue();
        assertThat(cart.threw(top)).isFalse();
    }

    @Test
    void whatIsBehindItselfIsSearchedOnce() {
        Throwable one = thrownIn("shop.Cart", "add");
        Throwable other = new IllegalStateException("another", one);
        one.initCause(other);
        assertThat(cart.isBehind(other)).isFalse();
    }

    @Test
    void theCodeOfAClassIsAllThatItInherits() {
        assertThat(TestCode.of(Sample.class.getName()).classes())
                .containsExactlyInAnyOrder(
                        Sample.class.getName(), Base.class.getName(), Contract.class.getName(), "java.io.Serializable");
    }

    @Test
    void aClassThatNobodyKnowsIsItsName() {
        assertThat(cart.classes()).containsExactly("shop.CartTest");
    }

    @Test
    void aThreadWithoutALoaderHasThatOfTheSystem() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThat(TestCode.of(Sample.class.getName()).classes()).hasSize(4);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Contract extends Serializable {}

    private abstract static class Base implements Contract {
        private static final long serialVersionUID = 1L;
    }

    private static final class Sample extends Base {
        private static final long serialVersionUID = 1L;
    }
}
