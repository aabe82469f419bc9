package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.protocol.ResourceFact;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The worker as a further database sees it: with settings of its own, {@code surefoot.database.NAME.engine} where the first
 * has {@code surefoot.database.engine}, and a directory of its own. How long databases live and who may open them is the
 * same for all unless it is set.
 *
 * @param of the worker as it is
 * @param name which database
 */
record NamedContext(WorkerContext of, String name) implements WorkerContext {
    private static final String PREFIX = "surefoot.database.";

    /** What holds for all databases of a project, as long as one has none of its own. */
    private static final Set<String> SHARED =
            Set.of("reset", "leaks", "lostCommits", "backend", "allow", "native", "binaries");

    private static final String DIRECTORY = "directory";
    private static final Pattern SETTING = Pattern.compile("surefoot\\.database\\.(\\w+)");

    @Override
    public WorkerId worker() {
        return of.worker();
    }

    @Override
    public Path buildDirectory() {
        try {
            return Files.createDirectories(
                    of.buildDirectory().resolve("databases").resolve(name));
        } catch (IOException e) {
            throw new DatabaseException("Cannot make a directory for the database '" + name + "': " + e, e);
        }
    }

    @Override
    public Optional<String> setting(String setting) {
        if (!setting.startsWith(PREFIX)) {
            return of.setting(setting);
        }
        String rest = setting.substring(PREFIX.length());
        Optional<String> own = of.setting(PREFIX + name + "." + rest);
        if (own.isEmpty() && rest.equals(DIRECTORY)) {
            return of.setting(setting)
                    .filter(directory -> !directory.isBlank())
                    .map(directory -> Path.of(directory.strip()).resolve(name).toString());
        }
        return own.isPresent() || !SHARED.contains(rest) ? own : of.setting(setting);
    }

    /** Returns a message about settings with the names that they have here. */
    String reworded(String message) {
        return SETTING.matcher(message)
                .replaceAll(found -> isShared(found.group(1)) ? found.group() : PREFIX + name + "." + found.group(1));
    }

    private boolean isShared(String rest) {
        return (SHARED.contains(rest) || rest.equals(DIRECTORY))
                && of.setting(PREFIX + name + "." + rest).isEmpty();
    }

    @Override
    public Duration disposalTimeout() {
        return of.disposalTimeout();
    }

    @Override
    public void event(String resource, String event, Map<String, String> details) {
        Map<String, String> all = new TreeMap<>(details);
        all.computeIfPresent(ResourceFact.WHAT, (key, what) -> told(what));
        all.put("name", name);
        of.event(resource, event, all);
    }

    @Override
    public void leak(String what, String openedAt, String className, boolean fatal) {
        of.leak(reworded(what) + " (database '" + name + "')", openedAt, className, fatal);
    }

    @Override
    public void problem(String what) {
        of.problem(told(what));
    }

    /** Returns what is told of this database, unless it says so by itself. */
    private String told(String what) {
        String of = "Database '" + name + "': ";
        return what.startsWith(of) ? what : of + reworded(what);
    }
}
