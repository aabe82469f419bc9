package io.github.surefoot.worker.database.schema;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Flyway's migrations, by Flyway in the version of the project. Loaded only if the project has it. */
record FlywaySource(List<String> locations, List<SchemaFile> migrations, ClassLoader loader) implements SchemaSource {
    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public void addTo(Fingerprint fingerprint) {
        fingerprint.add("flyway").add(Tools.versionOf(Flyway.class)).add(String.join(",", locations));
        migrations.forEach(each -> each.addTo(fingerprint));
    }

    @Override
    public void apply(DataSource database) {
        Flyway.configure(loader)
                .dataSource(database)
                .locations(locations.toArray(String[]::new))
                .load()
                .migrate();
    }
}
