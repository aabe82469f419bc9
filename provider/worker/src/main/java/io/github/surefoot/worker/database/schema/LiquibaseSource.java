package io.github.surefoot.worker.database.schema;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Liquibase's change log, by Liquibase in the version of the project. Loaded only if the project has it. */
record LiquibaseSource(String changeLog, List<SchemaFile> files, ClassLoader loader) implements SchemaSource {
    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public void addTo(Fingerprint fingerprint) {
        fingerprint.add("liquibase").add(Tools.versionOf(Liquibase.class)).add(changeLog);
        files.forEach(each -> each.addTo(fingerprint));
    }

    @Override
    public void apply(DataSource database) throws Exception {
        ClassLoaderResourceAccessor accessor = new ClassLoaderResourceAccessor(loader);
        try (Connection connection = database.getConnection()) {
            liquibase.database.Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new Liquibase(changeLog, accessor, target).update(new Contexts(), new LabelExpression());
        } finally {
            accessor.close();
        }
    }
}
