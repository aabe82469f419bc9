package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.MadeAhead;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.fault.AttemptFailedException;
import io.github.surefoot.worker.database.fault.Attempts;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.fault.Retry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What one worker has of H2. */
final class H2Worker implements PreparedEngine {
    private final H2Storage storage;
    private final H2Url url;
    private final String again;
    private final boolean built;
    private final Sweep swept;
    private final MadeAhead ahead = new MadeAhead(this::attempt);
    private final Attempts attempts = new Attempts("Cannot create the test database", Backoff.usual(), this::relieve);

    /**
     * Makes nothing yet.
     *
     * @param template what each database is a copy of
     */
    H2Worker(H2Storage storage, H2Url url, H2Templates.Template template, Sweep swept) {
        this.storage = storage;
        this.url = url;
        this.again = template.again();
        this.built = template.built();
        this.swept = swept;
    }

    @Override
    public boolean templateBuilt() {
        return built;
    }

    @Override
    public Sweep swept() {
        return swept;
    }

    @Override
    public Attempts.Done<EngineDatabase> make(Supplier<List<String>> openers) throws InterruptedException {
        return attempts.make(this::take);
    }

    /** What was made ahead may be gone, with all that a test has removed. */
    private EngineDatabase take() throws AttemptFailedException, InterruptedException {
        EngineDatabase taken = ahead.take();
        while (taken.takenAway().isPresent()) {
            taken = ahead.take();
        }
        return taken;
    }

    private EngineDatabase attempt() throws AttemptFailedException, InterruptedException {
        String place = "of " + storage;
        try {
            place = storage.copy();
            return new H2Database(place, url.of(place), storage).opened(again);
        } catch (IOException | SQLException | RuntimeException e) {
            discard(place, e);
            throw new AttemptFailedException(H2Database.diagnose(e, place));
        }
    }

    private void discard(String place, Exception because) throws InterruptedException {
        try {
            storage.delete(place);
        } catch (IOException | RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private void relieve(Retry retry) throws InterruptedException {
        if (retry == Retry.AFTER_SWEEP) {
            try {
                storage.sweep();
            } catch (IOException e) {
                // The next attempt fails as this one did, and says why.
                System.getLogger(H2Worker.class.getName()).log(System.Logger.Level.DEBUG, "sweep", e);
            }
        }
    }

    @Override
    public boolean owns(String place) {
        return storage.owns(place);
    }

    @Override
    public List<String> close(boolean everything, Duration limit) throws IOException, InterruptedException {
        List<String> stuck = ahead.close(limit, () -> {});
        storage.close(everything && stuck.isEmpty());
        return stuck;
    }
}
