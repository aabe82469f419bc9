package io.github.surefoot.worker.database.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.migration.DataSourceConnectionProvider;
import org.apache.ibatis.migration.FileMigrationLoader;
import org.apache.ibatis.migration.operations.UpOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/** The scripts of MyBatis Migrations, by the version of the project. Loaded only if the project has it. */
record MigrationsSource(Path directory, List<SchemaFile> scripts) implements SchemaSource {
    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public void addTo(Fingerprint fingerprint) {
        fingerprint.add("migrations").add(Tools.versionOf(UpOperation.class));
        scripts.forEach(each -> each.addTo(fingerprint));
    }

    @Override
    public void apply(DataSource database) throws IOException {
        DatabaseOperationOption option = new DatabaseOperationOption();
        // Its default is to go on after an error.
        option.setStopOnError(true);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            new UpOperation()
                    .operate(
                            new DataSourceConnectionProvider(database),
                            new FileMigrationLoader(
                                    directory.toFile(), StandardCharsets.UTF_8.name(), new Properties()),
                            option,
                            out);
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage() + System.lineSeparator() + said.toString(StandardCharsets.UTF_8), e);
        }
    }
}
