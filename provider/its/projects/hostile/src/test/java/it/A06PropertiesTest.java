package it;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class A06PropertiesTest {
    @Test
    void passes() {
        System.setProperties(new Properties());
    }
}
