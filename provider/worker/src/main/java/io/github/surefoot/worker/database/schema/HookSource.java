package io.github.surefoot.worker.database.schema;

import io.github.surefoot.worker.database.SchemaHook;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import javax.sql.DataSource;

/** The user's own code. */
record HookSource(SchemaHook hook) implements SchemaSource {
    @Override
    public String name() {
        return "hook " + hook.getClass().getName();
    }

    @Override
    public void addTo(Fingerprint fingerprint) throws IOException {
        Class<?> type = hook.getClass();
        String file = type.getName().replace('.', '/') + ".class";
        fingerprint.add(file).add(hook.version());
        ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(file)) {
            if (in != null) {
                fingerprint.add(in.readAllBytes());
            }
        }
    }

    @Override
    public void apply(DataSource database) throws Exception {
        try (Connection connection = database.getConnection()) {
            hook.build(connection);
        }
    }
}
