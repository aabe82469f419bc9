package io.github.surefoot.surefire.resource;

import io.github.surefoot.core.process.OwnTimeLimit;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.core.resource.WorkerResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.testset.TestSetFailedException;

/** The worker resources on the test class path: opened in their order, closed in reverse, within one limit. */
public final class WorkerResources {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final List<WorkerResource> opened = new ArrayList<>();
    private final WorkerContext context;

    private WorkerResources(WorkerContext context) {
        this.context = context;
    }

    /**
     * Opens all resources.
     *
     * @throws TestSetFailedException if one cannot be opened; those before it are closed again
     */
    public static WorkerResources open(ClassLoader loader, WorkerContext context) throws TestSetFailedException {
        WorkerResources resources = new WorkerResources(context);
        String name = "worker resources";
        try {
            for (WorkerResource resource : inOrder(loader)) {
                name = resource.name();
                resources.open(resource);
            }
            return resources;
        } catch (ServiceConfigurationError | LinkageError e) {
            throw resources.refused(
                    "The " + name + " of this worker cannot be loaded: " + e + ". The surefoot-worker"
                            + " library and the Surefoot plugin must be of the same version: inherit both from"
                            + " surefoot-parent, or give both the same version.",
                    e);
        } catch (Exception e) {
            throw resources.refused(
                    "The " + name + " of worker " + context.worker().label() + " cannot be opened: "
                            + Objects.requireNonNullElse(e.getMessage(), e.toString()),
                    e);
        }
    }

    private static List<WorkerResource> inOrder(ClassLoader loader) {
        List<WorkerResource> found = new ArrayList<>();
        ServiceLoader.load(WorkerResource.class, loader).forEach(found::add);
        found.sort(Comparator.comparingInt(WorkerResource::order));
        return found;
    }

    private void open(WorkerResource resource) throws Exception {
        // Known before it opens: what half an opening left behind is closed as well.
        opened.add(resource);
        long start = System.nanoTime();
        resource.open(context);
        context.event(resource.name(), "opened", micros(start));
    }

    private TestSetFailedException refused(String what, Throwable cause) {
        context.problem(what);
        close();
        return new TestSetFailedException(what, cause);
    }

    /** Tells all resources that a class is taken up. */
    public void classStarting(String className) {
        tell(opened, resource -> resource.classStarting(className));
    }

    /** Tells all resources that a class is done. */
    public void classFinished(String className) {
        tell(lastFirst(), resource -> resource.classFinished(className));
    }

    private List<WorkerResource> lastFirst() {
        List<WorkerResource> reversed = new ArrayList<>(opened);
        Collections.reverse(reversed);
        return reversed;
    }

    private void tell(List<WorkerResource> resources, Consumer<WorkerResource> news) {
        for (WorkerResource resource : resources) {
            try {
                news.accept(resource);
            } catch (RuntimeException e) {
                context.problem("The " + resource.name() + " of worker "
                        + context.worker().label() + " failed: " + e);
            }
        }
    }

    /** Closes all resources, each on a thread of its own, so that one that hangs holds nobody up beyond the limit. */
    public void close() {
        OwnTimeLimit left = new OwnTimeLimit(context.disposalTimeout(), LOOK_EVERY);
        for (WorkerResource resource : lastFirst()) {
            long start = System.nanoTime();
            BoundedClose disposal = new BoundedClose(resource, left);
            disposal.run().ifPresent(context::problem);
            context.event(resource.name(), "closed", micros(start));
        }
        opened.clear();
    }

    private static Map<String, String> micros(long start) {
        return Map.of("micros", Long.toString((System.nanoTime() - start) / 1_000));
    }
}
