package io.github.surefoot.analysis.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An engine that worker databases were of. Where its server is, is not known here.
 *
 * @param database the name of the database; empty for the first of a project
 * @param engine the word of the engine, such as {@code mariadb}
 * @param product what the server is, which is not told by the driver; empty where there is none
 * @param version what the server says of its version; empty where there is none
 */
public record UsedEngine(String database, String engine, String product, String version) {
    /** What the events that tell of engines have in their details. */
    public static final List<String> DETAILS = List.of("name", "engine", "product", "version");

    /** The event that tells of a server, and of nothing that happened to it. */
    public static final String SERVER = "server";

    private static final String DATABASE = "database";
    private static final Comparator<UsedEngine> ORDER = Comparator.comparing(UsedEngine::database)
            .thenComparing(UsedEngine::engine)
            .thenComparing(UsedEngine::version);

    private static UsedEngine of(Map<String, String> told) {
        return new UsedEngine(
                told.getOrDefault("name", ""),
                told.getOrDefault("engine", ""),
                told.getOrDefault("product", ""),
                told.getOrDefault("version", ""));
    }

    /** Returns all engines that were used, each with each version of its servers; of the first database first. */
    public static List<UsedEngine> in(Evidence evidence) {
        List<UsedEngine> all = new ArrayList<>(told(evidence, SERVER));
        told(evidence, "prepared").stream()
                .filter(one -> all.stream().noneMatch(one::isServedBy))
                .toList()
                .forEach(all::add);
        all.removeIf(one -> one.engine().isEmpty());
        all.sort(ORDER);
        return List.copyOf(all);
    }

    private static List<UsedEngine> told(Evidence evidence, String event) {
        return evidence.resource(DATABASE, event).map(ResourceFacts::kinds).orElse(List.of()).stream()
                .map(UsedEngine::of)
                .toList();
    }

    private boolean isServedBy(UsedEngine server) {
        return database.equals(server.database()) && engine.equals(server.engine());
    }

    /** Returns it in words: {@code orders: mariadb (MariaDB 10.11.6)}. */
    public String text() {
        return (database.isEmpty() ? "" : database + ": ")
                + engine
                + (product.isEmpty() ? "" : " (" + product + " " + version + ")");
    }
}
