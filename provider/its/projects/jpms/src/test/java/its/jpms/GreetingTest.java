package its.jpms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GreetingTest {
    @Test
    void seesWhatIsPackagePrivate() {
        assertEquals("hello", Greeting.text());
    }

    @Test
    void runsInsideTheModule() {
        assertTrue(getClass().getModule().isNamed(), "on the module path");
        assertEquals("its.jpms", getClass().getModule().getName());
    }
}
