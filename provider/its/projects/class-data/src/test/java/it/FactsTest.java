package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;

/** Writes down what a test can see of its JVM. */
class FactsTest {
    private final List<String> facts = new ArrayList<>();

    @Test
    void tellsWhatItSees() throws IOException {
        property("java.class.path");
        property("surefire.test.class.path");
        facts.add("properties " + new TreeSet<>(System.getProperties().stringPropertyNames()));
        for (Class<?> type : List.of(FactsTest.class, Greeting.class, StringUtils.class, Test.class)) {
            facts.add(type.getName() + " from " + type.getProtectionDomain().getCodeSource().getLocation() + " by "
                    + type.getClassLoader().getClass().getName() + " of module " + type.getModule().isNamed()
                    + " package " + type.getPackage().getImplementationVersion());
        }
        for (String name : List.of("which.txt", "it/Greeting.class", "org/apache/commons/lang3/StringUtils.class")) {
            for (URL url : Collections.list(getClass().getClassLoader().getResources(name))) {
                facts.add(name + " at " + url);
            }
        }
        facts.add("context " + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()));
        facts.add("system " + (ClassLoader.getSystemClassLoader() == getClass().getClassLoader()));
        Files.write(Path.of("target", "facts.txt"), facts);
    }

    private void property(String name) {
        facts.add(name + "=" + System.getProperty(name));
    }

    @Test
    void greets() {
        assertEquals("Hello, world", StringUtils.trim(" " + Greeting.of("world")));
    }
}
