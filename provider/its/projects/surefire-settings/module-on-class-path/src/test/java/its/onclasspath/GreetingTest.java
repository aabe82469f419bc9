package its.onclasspath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class GreetingTest {
    @Test
    void isInNoNamedModule() {
        assertEquals("hello", Greeting.text());
        assertFalse(Greeting.class.getModule().isNamed());
    }
}
