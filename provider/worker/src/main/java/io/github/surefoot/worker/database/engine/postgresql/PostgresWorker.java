package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.MadeAhead;
import io.github.surefoot.worker.database.engine.NotRemoved;
import io.github.surefoot.worker.database.engine.Outages;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.RemovedLater;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.fault.AttemptFailedException;
import io.github.surefoot.worker.database.fault.Attempts;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.fault.Retry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What one worker has of the server: a name that is locked as long as it lives, and what is made under it. */
final class PostgresWorker implements PreparedEngine {
    private final PostgresServer server;
    private final PostgresNames names;
    private final PostgresTemplate template;
    private final PostgresStrategy strategy;
    private final Sweep swept;
    private final NotRemoved notRemoved;
    private final Outages outages;
    /** Holds the locks, and does nothing else: were it opened anew, they would be lost. */
    private final PostgresAdmin locks;

    private final PostgresAdmin making;
    private final PostgresAdmin removing;
    private final PostgresAdmin dropping;
    private final RemovedLater later;
    private final AtomicInteger last = new AtomicInteger();
    /** Whose making failed, as when the server died: they may be there all the same. */
    private final Queue<String> doubtful = new ConcurrentLinkedQueue<>();

    private final MadeAhead ahead = new MadeAhead(this::attempt);
    private final Attempts attempts = new Attempts("Cannot create the test database", Backoff.usual(), this::relieve);

    PostgresWorker(
            PostgresServer server,
            PostgresNames names,
            PostgresTemplate template,
            PostgresStrategy strategy,
            Sweep swept,
            NotRemoved notRemoved,
            Outages outages,
            PostgresAdmin locks,
            Duration limit) {
        this.server = server;
        this.names = names;
        this.template = template;
        this.strategy = strategy;
        this.swept = swept;
        this.notRemoved = notRemoved;
        this.outages = outages;
        this.locks = locks;
        this.making = new PostgresAdmin(server, server.maintenance());
        this.removing = new PostgresAdmin(server, server.maintenance());
        this.dropping = new PostgresAdmin(server, server.maintenance());
        this.later = new RemovedLater(dropping::drop, limit);
    }

    /** Opens all connections that it needs, and returns it; none is left if one cannot be had. */
    PostgresWorker connected() throws SQLException {
        try {
            making.open();
            removing.open();
            dropping.open();
            return this;
        } catch (SQLException e) {
            for (PostgresAdmin each : List.of(making, removing, dropping)) {
                try {
                    each.close();
                } catch (SQLException notClosed) {
                    e.addSuppressed(notClosed);
                }
            }
            throw e;
        }
    }

    @Override
    public boolean templateBuilt() {
        return template.built();
    }

    @Override
    public Sweep swept() {
        return swept;
    }

    @Override
    public Attempts.Done<EngineDatabase> make(Supplier<List<String>> openers) throws InterruptedException {
        return attempts.make(ahead::take);
    }

    private EngineDatabase attempt() throws AttemptFailedException {
        String name = names.database(last.incrementAndGet());
        try {
            PostgresStrategy.Way way = strategy.next();
            long begin = System.nanoTime();
            making.run(List.of("CREATE DATABASE " + name + " TEMPLATE " + template.name() + strategy.clause(way)));
            strategy.took(way, System.nanoTime() - begin);
            making.run(template.putBack(name));
            return new PostgresDatabase(name, server, removing, later, outages, OpenedAhead.to(name, server));
        } catch (SQLException e) {
            Diagnosis diagnosis = PostgresDatabase.diagnose(e, server.place(name));
            if (diagnosis.fault() != PostgresFault.NAME_TAKEN) {
                doubtful.add(name);
            }
            if (diagnosis.fault() == PostgresFault.SERVER_DOWN) {
                outages.connectionLost();
            }
            throw new AttemptFailedException(diagnosis);
        }
    }

    private void relieve(Retry retry) {
        if (retry == Retry.AFTER_SWEEP) {
            try {
                sweep(names, removing, notRemoved);
            } catch (SQLException e) {
                // The next attempt fails as this one did, and says why.
                System.getLogger(PostgresWorker.class.getName()).log(System.Logger.Level.DEBUG, "sweep", e);
            }
        }
    }

    /**
     * Drops the databases of workers whose lock is free, and so are dead, whatever their age; and no others.
     *
     * @param notRemoved those that no worker of this run has to try again
     */
    static Sweep sweep(PostgresNames ours, PostgresAdmin admin, NotRemoved notRemoved) throws SQLException {
        long begin = System.nanoTime();
        Set<String> known = notRemoved.names();
        List<String> databases = admin.texts(PostgresNames.DROPPABLE).stream()
                .filter(each -> !known.contains(each))
                .toList();
        Set<PostgresNames> owners = new LinkedHashSet<>();
        databases.forEach(each -> ours.ownerOf(each).ifPresent(owners::add));
        owners.remove(ours);
        int swept = 0;
        List<String> stuck = new ArrayList<>();
        for (PostgresNames owner : owners) {
            if (admin.is("SELECT pg_try_advisory_lock(?)", owner.lock())) {
                try {
                    drop(owner, databases, admin, notRemoved, stuck);
                    swept++;
                } finally {
                    admin.texts("SELECT pg_advisory_unlock(?)", owner.lock());
                }
            }
        }
        return Sweep.since(begin, swept, stuck);
    }

    private static void drop(
            PostgresNames owner,
            List<String> databases,
            PostgresAdmin admin,
            NotRemoved notRemoved,
            List<String> stuck) {
        for (String each : databases) {
            if (owner.ownerOf(each).equals(Optional.of(owner))) {
                try {
                    admin.drop(each);
                } catch (SQLException e) {
                    stuck.add(each + ": " + e.getMessage());
                    notRemoved.add(each);
                }
            }
        }
    }

    @Override
    public boolean owns(String place) {
        return PostgresNames.isOurs(place.substring(place.lastIndexOf('/') + 1));
    }

    @Override
    public List<String> close(boolean everything, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        List<String> stuck = new ArrayList<>(ahead.close(limit.dividedBy(2), making::cancel));
        doubtful.forEach(later::addUnused);
        // Who drops at the same time waits for the same checkpoint.
        List<RemovedLater.Removal> helpers = List.of(removing::drop, making::drop);
        stuck.addAll(later.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())), helpers));
        try (locks;
                making;
                removing;
                dropping) {
            if (!stuck.isEmpty()) {
                making.abandon();
                removing.abandon();
                dropping.abandon();
            }
            return stuck;
        } catch (SQLException e) {
            throw new IOException("A connection to the server cannot be closed: " + e.getMessage(), e);
        }
    }
}
