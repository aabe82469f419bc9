package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.core.probe.StateChange;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.surefire.order.JupiterOrderers;
import io.github.surefoot.surefire.order.MethodShuffle;
import io.github.surefoot.surefire.order.TestOrder;
import io.github.surefoot.surefire.probe.state.StateWatch;
import io.github.surefoot.surefire.resource.JournallingContext;
import io.github.surefoot.surefire.resource.WorkerResources;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
    private final Consumer<ProbedTest> told;
    private final OlderClasses older = new OlderClasses();

    ProbeRun(WorkerStart start, WorkerSettings settings, WorkerId worker, Redactor redactor, Runnable alive) {
        this(start, settings, worker, redactor, alive, Optional.empty(), test -> {});
    }

    /**
     * Prepares one.
     *
     * @param kept what the run leaves for people, if anybody wants it: then all its tests are looked at
     * @param told is told of each test, if the request asks for that
     */
    ProbeRun(
            WorkerStart start,
            WorkerSettings settings,
            WorkerId worker,
            Redactor redactor,
            Runnable alive,
            Optional<KeptRun> kept,
            Consumer<ProbedTest> told) {
        this.start = start;
        this.settings = settings;
        this.worker = worker;
        this.redactor = redactor;
        this.alive = alive;
        this.kept = kept;
        this.told = told;
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
            session.getLauncher().registerTestExecutionListeners(older);
            ClockAtTests.ofThisJvm().ifPresent(session.getLauncher()::registerTestExecutionListeners);
            WatchedTest watched = new WatchedTest(request.watched(), resources, alive);
            StateWatch state = StateWatch.begin(request.look(), loader);
            if (kept.isPresent()) {
                return masked(
                        looped(kept.get(), session.getLauncher(), request, methods, watched, state, loader), List.of());
            }
            if (request.tells()) {
                ToldTests tests = new ToldTests(redactor, told);
                session.getLauncher().registerTestExecutionListeners(tests);
                run(session.getLauncher(), request, methods, watched, state, loader, tests::begins);
                return masked(tests.reply(), state.changes());
            }
            run(session.getLauncher(), request, methods, watched, state, loader, number -> {});
            return masked(watched.reply(), state.changes());
        } catch (IOException | RuntimeException | LinkageError e) {
            return fault(e);
        } finally {
            resources.close();
        }
    }

    /** Tells whether a test has met classes of an earlier run in the same JVM. */
    boolean metOlderClasses() {
        return older.met();
    }

    private ProbeReply looped(
            KeptRun run,
            Launcher launcher,
            ProbeRequest request,
            MethodShuffle methods,
            WatchedTest watched,
            StateWatch state,
            ClassLoader loader)
            throws IOException {
        run.begin();
        try (LoopedTests tests = new LoopedTests(run, settings.testTimeout(), alive)) {
            launcher.registerTestExecutionListeners(tests);
            run(launcher, request, methods, watched, state, loader, number -> {});
            return tests.reply();
        } finally {
            run.end();
        }
    }

    @SuppressWarnings("try") // The samples are jqwik's.
    private void run(
            Launcher launcher,
            ProbeRequest request,
            MethodShuffle methods,
            WatchedTest watched,
            StateWatch state,
            ClassLoader loader,
            IntConsumer begins)
            throws IOException {
        Map<String, String> parameters = new HashMap<>(start.parameters());
        TestOrder order = new TestOrder(request.kind(), request.seed().orElse(1));
        order.apply(parameters, settings, request.round());
        JupiterOrderers.keepGivenClasses(parameters);
        try (OwnSamples own = OwnSamples.in(parameters, loader)) {
            LauncherRequests requests = new LauncherRequests(start.settings(), parameters);
            for (int i = 0; i < request.requests().size(); i++) {
                List<ProbeRequest.Item> items = request.requests().get(i);
                boolean last = i == request.requests().size() - 1;
                begins.accept(i);
                if (last && items.size() == 1) {
                    state.beforeTheLast();
                }
                // What ran before it may be of its own class, and in the same request.
                watched.begins(last && items.size() > 1 ? state::beforeTheLast : () -> {});
                arrange(request, items, order, methods);
                launcher.execute(requests.of(items), watched);
            }
        }
    }

    /** The order of some tests of a class need not be that of all: it is the one in which a probe lists them. */
    private static void arrange(
            ProbeRequest request, List<ProbeRequest.Item> items, TestOrder order, MethodShuffle methods) {
        boolean listed = !request.watched().isEmpty()
                && items.size() > 1
                && items.stream().noneMatch(ProbeRequest.Item::isClass);
        if (listed) {
            methods.listed(items.stream().map(ProbeRequest.Item::name).toList());
        } else if (request.kind() == OrderKind.CONFIGURED) {
            methods.none();
        } else {
            methods.from(order, request.round());
        }
    }

    private ProbeReply fault(Throwable thrown) {
        return masked(
                new ProbeReply(
                        ProbeReply.FAULT,
                        thrown.getClass().getName(),
                        Objects.requireNonNullElse(thrown.getMessage(), thrown.toString()),
                        ""),
                List.of());
    }

    private ProbeReply masked(ProbeReply reply, List<StateChange> changes) {
        String message = new Failure(reply.type(), redactor.redact(reply.message()), "").reason();
        return new ProbeReply(
                reply.word(),
                reply.type(),
                message,
                "",
                changes.stream().map(this::masked).toList());
    }

    private StateChange masked(StateChange change) {
        return new StateChange(
                change.sort(),
                redactor.redact(change.name()),
                redactor.redact(change.within()),
                change.place(),
                change.added(),
                redactor.redact(change.how()));
    }
}
