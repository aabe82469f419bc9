package io.github.surefoot.worker.database.current;

import io.github.surefoot.worker.database.TestDatabase;
import java.util.List;

/** The system properties by which code that knows no Surefoot finds the database. */
final class DatabaseProperties {
    static final String URL = TestDatabase.PROPERTIES.get(0);

    private DatabaseProperties() {}

    /** Sets what is not set yet; and Surefoot's own, which is a setting on the way in and leads to databases from now on. */
    static void publish(String url, ClassLoader loader) {
        System.setProperty(URL, url);
        if (loader.getResource("org/springframework/boot/SpringApplication.class") != null) {
            List<String> values = List.of(
                    url,
                    SurefootDriver.class.getName(),
                    // No pool: a context outlives the databases of the classes that share it.
                    "org.springframework.jdbc.datasource.SimpleDriverDataSource");
            for (int i = 0; i < values.size(); i++) {
                setUnlessSet(TestDatabase.PROPERTIES.get(i + 1), values.get(i));
            }
        }
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
