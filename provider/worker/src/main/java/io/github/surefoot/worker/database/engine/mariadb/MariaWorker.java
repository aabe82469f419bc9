package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.MadeAhead;
import io.github.surefoot.worker.database.engine.NotRemoved;
import io.github.surefoot.worker.database.engine.Outages;
import io.github.surefoot.worker.database.engine.PreparedEngine;
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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What one worker has of the server: a name that is locked as long as it lives, and what is made under it. */
final class MariaWorker implements PreparedEngine {
    /** Who is in it is thrown out by the first, and may be going still. */
    private static final int ATTEMPTS = 2;

    private final MariaServer server;
    private final MariaNames names;
    private final MariaTemplate template;
    private final Sweep swept;
    private final NotRemoved notRemoved;
    private final Outages outages;
    /** Holds the lock of the worker's name, and takes it again when the server was restarted. */
    private final MariaAdmin locks;

    private final MariaAdmin making;
    private final MariaAdmin removing;
    private final AtomicInteger last = new AtomicInteger();
    /** Whose making failed: a part of them may be there. */
    private final Queue<String> doubtful = new ConcurrentLinkedQueue<>();

    private final MadeAhead ahead = new MadeAhead(this::attempt);
    private final Attempts attempts = new Attempts("Cannot create the test database", Backoff.usual(), this::relieve);

    MariaWorker(
            MariaServer server,
            MariaNames names,
            MariaTemplate template,
            Sweep swept,
            NotRemoved notRemoved,
            Outages outages,
            MariaAdmin locks) {
        this.server = server;
        this.names = names;
        this.template = template;
        this.swept = swept;
        this.notRemoved = notRemoved;
        this.outages = outages;
        this.locks = locks;
        this.making = new MariaAdmin(server);
        this.removing = new MariaAdmin(server);
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
            locks.refresh();
            making.run(template.recipe().making(name));
            return new MariaDatabase(
                    name, server, removing, outages, template.recipe().grants());
        } catch (SQLException e) {
            MariaFault fault = MariaFault.of(e);
            if (fault != MariaFault.NAME_TAKEN) {
                doubtful.add(name);
            }
            giveUp(e);
            if (fault == MariaFault.SERVER_DOWN) {
                outages.connectionLost();
            }
            throw new AttemptFailedException(new Diagnosis(
                    // Nobody else knows the new database: it is the template that is waited for.
                    fault == MariaFault.LOCKED ? MariaFault.TEMPLATE_IN_USE : fault,
                    "database " + server.place(name),
                    "The server refused",
                    e));
        }
    }

    /** The connection is in the middle of a recipe: it would run the next one with what was set for this. */
    private void giveUp(SQLException because) {
        try {
            making.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private void relieve(Retry retry) {
        if (retry == Retry.AFTER_SWEEP) {
            try {
                sweep(names, removing, notRemoved);
            } catch (SQLException e) {
                // The next attempt fails as this one did, and says why.
                System.getLogger(MariaWorker.class.getName()).log(System.Logger.Level.DEBUG, "sweep", e);
            }
        }
    }

    /**
     * Drops the databases of workers whose lock is free, and so are dead, whatever their age; and no others.
     *
     * @param notRemoved those that no worker of this run has to try again
     */
    static Sweep sweep(MariaNames ours, MariaAdmin admin, NotRemoved notRemoved) throws SQLException {
        long begin = System.nanoTime();
        Set<String> known = notRemoved.names();
        List<String> databases = MariaTemplate.databases(admin);
        Set<MariaNames> owners = new LinkedHashSet<>();
        databases.stream().filter(each -> !known.contains(each)).forEach(each -> MariaNames.ownerOf(each)
                .ifPresent(owners::add));
        owners.remove(ours);
        int swept = 0;
        List<String> stuck = new ArrayList<>();
        for (MariaNames owner : owners) {
            if (admin.is("SELECT GET_LOCK(?, 0)", owner.lock())) {
                try {
                    admin.waitForLocks(1);
                    dropAll(owner, admin, stuck, notRemoved);
                    swept++;
                } finally {
                    admin.waitForLocks(MariaAdmin.LOCK_SECONDS);
                    admin.texts("SELECT RELEASE_LOCK(?)", owner.lock());
                }
            }
        }
        return Sweep.since(begin, swept, stuck);
    }

    /** The list is taken under the lock: the owner may have made one since. */
    private static void dropAll(MariaNames owner, MariaAdmin admin, List<String> stuck, NotRemoved notRemoved)
            throws SQLException {
        Set<String> known = notRemoved.names();
        for (String each : MariaTemplate.databases(admin)) {
            if (MariaNames.ownerOf(each).filter(owner::equals).isPresent()
                    && !known.contains(each)
                    && !drop(each, admin, stuck)) {
                notRemoved.add(each);
            }
        }
    }

    /** Drops all that a worker has made. */
    static void dropAll(MariaNames owner, MariaAdmin admin) throws SQLException {
        for (String each : MariaTemplate.databases(admin)) {
            if (MariaNames.ownerOf(each).filter(owner::equals).isPresent()) {
                drop(each, admin, new ArrayList<>());
            }
        }
    }

    /** Returns whether that took no time: it was dropped, or the server has refused at once. */
    private static boolean drop(String database, MariaAdmin admin, List<String> stuck) {
        try {
            MariaDatabase.drop(admin, database, true, ATTEMPTS);
        } catch (SQLException e) {
            stuck.add(MariaDatabase.notDropped(e, admin, database));
            return MariaFault.of(e) != MariaFault.LOCKED;
        }
        return true;
    }

    @Override
    public boolean owns(String place) {
        return MariaNames.isOurs(place.substring(place.lastIndexOf('/') + 1));
    }

    @Override
    public List<String> close(boolean everything, Duration limit) throws IOException, InterruptedException {
        List<String> stuck = new ArrayList<>(ahead.close(limit, () -> {}));
        for (String name : doubtful) {
            drop(name, removing, stuck);
        }
        if (everything) {
            drop(names.using(template.name()), removing, stuck);
        }
        try (locks;
                making;
                removing) {
            return stuck;
        } catch (SQLException e) {
            throw new IOException("A connection to the server cannot be closed: " + e.getMessage(), e);
        }
    }
}
