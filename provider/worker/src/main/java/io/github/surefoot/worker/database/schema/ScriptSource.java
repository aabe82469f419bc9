package io.github.surefoot.worker.database.schema;

import io.github.surefoot.worker.database.sql.ScriptDialect;
import io.github.surefoot.worker.database.sql.SqlScript;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;

/** SQL scripts, run in the order given. */
record ScriptSource(List<SchemaFile> scripts, ScriptDialect dialect) implements SchemaSource {
    @Override
    public String name() {
        return "scripts";
    }

    @Override
    public void addTo(Fingerprint fingerprint) {
        scripts.forEach(each -> each.addTo(fingerprint));
    }

    @Override
    public void apply(DataSource database) throws Exception {
        try (Connection connection = database.getConnection()) {
            for (SchemaFile script : scripts) {
                new SqlScript(script.name(), script.text(), dialect).run(connection);
            }
        }
    }
}
