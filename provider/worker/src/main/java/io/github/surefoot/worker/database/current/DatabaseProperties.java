package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.protocol.DatabaseNames;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.worker.database.TestDatabase;
import java.util.List;

/** The system properties by which code that knows no Surefoot finds the database. */
final class DatabaseProperties {
    private DatabaseProperties() {}

    /** Sets what is not set yet; and Surefoot's own, which is a setting on the way in and leads to databases from now on. */
    static void publish(String name, String url, ClassLoader loader) {
        System.setProperty(DatabaseNames.key(Setting.DATABASE_URL, name), url);
        if (name.isEmpty() && loader.getResource("org/springframework/boot/SpringApplication.class") != null) {
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

    /** Tells whether a name is that of such a property. */
    static boolean isUrl(String property) {
        return property.startsWith("surefoot.database.") && property.endsWith(".url");
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
