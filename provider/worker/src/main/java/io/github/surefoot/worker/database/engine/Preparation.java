package io.github.surefoot.worker.database.engine;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.schema.SchemaSource;
import java.nio.file.Path;
import java.util.List;

/**
 * What an engine is prepared with.
 *
 * @param context the worker, its settings and its directory
 * @param projectDirectory what paths in settings are relative to
 * @param sources what the template is built of, in this order
 */
public record Preparation(WorkerContext context, Path projectDirectory, List<SchemaSource> sources) {}
