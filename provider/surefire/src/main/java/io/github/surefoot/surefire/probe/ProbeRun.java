package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.surefire.order.MethodShuffle;
import io.github.surefoot.surefire.order.RandomOrder;
import io.github.surefoot.surefire.resource.JournallingContext;
import io.github.surefoot.surefire.resource.WorkerResources;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of a probe: with worker resources of its own, in one session of JUnit's launcher. */
final class ProbeRun {
    private final WorkerStart start;
    private final WorkerSettings settings;
    private final WorkerId worker;
    private final Redactor redactor;
    private final Runnable alive;
    private final Optional<KeptRun> kept;

    ProbeRun(WorkerStart start, WorkerSettings settings, WorkerId worker, Redactor redactor, Runnable alive) {
        this(start, settings, worker, redactor, alive, Optional.empty());
    }

    /**
     * Prepares one.
     *
     * @param kept what the run leaves for people, if anybody wants it: then all its tests are looked at
     */
    ProbeRun(
            WorkerStart start,
            WorkerSettings settings,
            WorkerId worker,
            Redactor redactor,
            Runnable alive,
            Optional<KeptRun> kept) {
        this.start = start;
        this.settings = settings;
        this.worker = worker;
        this.redactor = redactor;
        this.alive = alive;
        this.kept = kept;
    }

    ProbeReply run(ProbeRequest request, ClassLoader loader) {
        WorkerResources resources;
        try {
            // What resources tell of themselves is no news: the run they are of has told it.
            resources = WorkerResources.open(
                    loader, new JournallingContext(worker, settings, entry -> {}, Clock.systemUTC()));
        } catch (TestSetFailedException e) {
            return fault(e);
        }
        MethodShuffle methods = new MethodShuffle((className, why) -> {});
        try (LauncherSession session = LauncherFactory.openSession(
                LauncherConfig.builder().addPostDiscoveryFilters(methods).build())) {
            WatchedTest watched = new WatchedTest(request.watched(), resources, alive);
            if (kept.isPresent()) {
                return masked(looped(kept.get(), session.getLauncher(), request, methods, watched));
            }
            run(session.getLauncher(), request, methods, watched);
            return masked(watched.reply());
        } catch (RuntimeException | LinkageError e) {
            return fault(e);
        } finally {
            resources.close();
        }
    }

    private ProbeReply looped(
            KeptRun run, Launcher launcher, ProbeRequest request, MethodShuffle methods, WatchedTest watched) {
        run.begin();
        try (LoopedTests tests = new LoopedTests(run, settings.testTimeout(), alive)) {
            launcher.registerTestExecutionListeners(tests);
            run(launcher, request, methods, watched);
            return tests.reply();
        } finally {
            run.end();
        }
    }

    private void run(Launcher launcher, ProbeRequest request, MethodShuffle methods, WatchedTest watched) {
        Map<String, String> parameters = new HashMap<>(start.parameters());
        request.seed().ifPresent(seed -> {
            RandomOrder order = new RandomOrder(seed);
            order.apply(parameters, request.round());
            methods.from(order, request.round());
        });
        LauncherRequests requests = new LauncherRequests(start.settings(), parameters);
        for (List<ProbeRequest.Item> items : request.requests()) {
            watched.begins();
            launcher.execute(requests.of(items), watched);
        }
    }

    private ProbeReply fault(Throwable thrown) {
        return masked(new ProbeReply(
                ProbeReply.FAULT,
                thrown.getClass().getName(),
                Objects.requireNonNullElse(thrown.getMessage(), thrown.toString()),
                ""));
    }

    private ProbeReply masked(ProbeReply reply) {
        String message = new Failure(reply.type(), redactor.redact(reply.message()), "").reason();
        return new ProbeReply(reply.word(), reply.type(), message, "");
    }
}
