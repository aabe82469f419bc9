package it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** One passes where reflection lists a method of a class of the JDK before another, and one where it does not. */
class ReflectionBoundTest {
    @Test
    void isFirst() {
        assertTrue(setterIsFirst());
    }

    @Test
    void isNotFirst() {
        assertFalse(setterIsFirst());
    }

    private static boolean setterIsFirst() {
        List<String> names = Arrays.stream(StringJoiner.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();
        return names.indexOf("setEmptyValue") < names.indexOf("add");
    }
}
