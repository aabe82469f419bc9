package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.BackEndRefusedException;
import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.engine.DatabaseJournal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the ways into the database to the one back end the project has, and reports pools and exceptions. */
final class BackEnd {
    private static final Map<String, String> POOLS = Map.of(
            "com.zaxxer.hikari.", "HikariCP",
            "org.apache.commons.dbcp2.", "Commons DBCP",
            "org.apache.tomcat.jdbc.pool.", "Tomcat JDBC pool",
            "com.mchange.v2.c3p0.", "c3p0",
            "io.agroal.", "Agroal",
            "org.vibur.dbcp.", "Vibur",
            "org.apache.ibatis.datasource.pooled.", "MyBatis's pool");
    private static final String MYBATIS = "org.apache.ibatis.";

    private final DatabaseSettings settings;
    private final DatabaseJournal journal;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    BackEnd(DatabaseSettings settings, DatabaseJournal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    /** Checks a connection asked of the data source. */
    void checkDirect(ScopedDatabase database) {
        check(database, "the data source");
    }

    /** Checks a connection asked of the driver manager by the database's own URL. */
    void checkUrl(ScopedDatabase database) {
        check(database, "the driver manager");
    }

    private void check(ScopedDatabase database, String way) {
        OpenSite site = OpenSite.here();
        List<String> callers = site.callers();
        Optional<String> pool = pool(callers);
        if (settings.onlyMyBatis() && (pool.isPresent() || !usesMyBatis(callers))) {
            allowOrRefuse(database, pool.map(name -> name + " on " + way).orElse(way), site);
        } else if (pool.isPresent()) {
            reportOnce("pooled", database, Map.of("pool", pool.get(), "at", site.line()));
        }
    }

    private void allowOrRefuse(ScopedDatabase database, String way, OpenSite site) {
        Optional<String> exception = exception(site);
        if (exception.isEmpty()) {
            throw new BackEndRefusedException("The test database may be used through MyBatis only"
                    + " (surefoot.database.backend is mybatis), and " + site.line() + " opens it through " + way
                    + ". Use a mapper or SqlSession, or allow the class by name in surefoot.database.allow.");
        }
        reportOnce("exception", database, Map.of("allowed", exception.get(), "way", way, "at", site.line()));
    }

    /** Refuses a URL that leads to the worker's files but is not the one given out, unless its caller is allowed. */
    void refuseUnlessAllowed(String what, OpenSite site) {
        if (exception(site).isEmpty()) {
            throw new BackEndRefusedException(what + " is opened past Surefoot at " + site.line()
                    + ". Use the URL, DataSource or SqlSessionFactory of the TestDatabase, or allow the class by name"
                    + " in surefoot.database.allow.");
        }
    }

    private Optional<String> exception(OpenSite site) {
        return settings.allowed().stream()
                .filter(allowed -> site.callers().stream()
                        .anyMatch(caller -> caller.equals(allowed)
                                || caller.startsWith(allowed + ".")
                                || caller.startsWith(allowed + "$")))
                .findFirst();
    }

    private static boolean usesMyBatis(List<String> callers) {
        return callers.stream().anyMatch(caller -> caller.startsWith(MYBATIS));
    }

    private static Optional<String> pool(List<String> callers) {
        return POOLS.entrySet().stream()
                .filter(pool -> callers.stream().anyMatch(caller -> caller.startsWith(pool.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void reportOnce(String event, ScopedDatabase database, Map<String, String> details) {
        if (reported.add(event + details + database.className())) {
            journal.event(event, details);
        }
    }
}
