package io.github.surefoot.worker.database.engine;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.schema.SchemaSource;
import io.github.surefoot.worker.database.setting.SettingReader;
import java.nio.file.Path;
import java.util.List;

/**
 * What an engine is prepared with.
 *
 * @param context the worker, its settings and its directory
 * @param projectDirectory what paths in settings are relative to
 * @param sources what the template is built of, in this order
 * @param name which of the project's databases it is for; empty for the first
 */
public record Preparation(WorkerContext context, Path projectDirectory, List<SchemaSource> sources, String name) {

    /** The first database, or the only one. */
    public Preparation(WorkerContext context, Path projectDirectory, List<SchemaSource> sources) {
        this(context, projectDirectory, sources, "");
    }

    /** Returns what templates on a server belong to, those of former schemas as well. */
    public String owner() {
        return name.isEmpty() ? projectDirectory.toString() : projectDirectory + " " + name;
    }

    /** Returns the directory of the build for databases. */
    public Path shared() {
        return context.buildDirectory().resolve("database").toAbsolutePath().normalize();
    }

    /** Returns the directory that the user wants databases in; else {@link #shared}. */
    public Path databases(SettingReader settings) {
        return settings.directory("directory")
                .map(projectDirectory::resolve)
                .orElse(shared())
                .toAbsolutePath()
                .normalize();
    }
}
