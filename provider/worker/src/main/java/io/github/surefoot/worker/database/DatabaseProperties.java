package io.github.surefoot.worker.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The system properties by which code that knows no Surefoot finds the database. */
final class DatabaseProperties {
    static final String URL = "surefoot.database.url";
    private static final Map<String, String> SPRING = spring();
    static final List<String> NAMES =
            List.of(URL, "spring.datasource.url", "spring.datasource.driver-class-name", "spring.datasource.type");

    private DatabaseProperties() {}

    private static Map<String, String> spring() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", TestDatabase.CURRENT_URL);
        properties.put("spring.datasource.driver-class-name", SurefootDriver.class.getName());
        // No pool: a context outlives the databases of the classes that share it.
        properties.put("spring.datasource.type", "org.springframework.jdbc.datasource.SimpleDriverDataSource");
        return properties;
    }

    /** Sets what is not set yet. */
    static void publish(ClassLoader loader) {
        setUnlessSet(URL, TestDatabase.CURRENT_URL);
        if (loader.getResource("org/springframework/boot/SpringApplication.class") != null) {
            SPRING.forEach(DatabaseProperties::setUnlessSet);
        }
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
