package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.maven.surefire.Obstacles;
import io.github.surefoot.maven.surefire.Surefire;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Class data for JVMs that are started like a worker, one after the other, and not by Surefire: of the archive that a
 * run has left or, where many are to come, of one that is made beside them from what the first of them loads.
 */
public final class ProbeClassData implements AutoCloseable {
    /** Surefire's forks get arguments of their own. */
    private static final int NO_FORKS = 0;

    private static final int FIRST_FORK = 1;

    private final List<String> plain;
    private final @Nullable ArchiveInputs inputs;
    private final boolean makes;
    private final Consumer<String> log;
    private boolean listed;
    /** Its check sum is right: that takes reading all of it, and is asked but once. */
    private boolean usable;

    private @Nullable Stage writing;

    private ProbeClassData(List<String> plain, @Nullable ArchiveInputs inputs, boolean makes, Consumer<String> log) {
        this.plain = List.copyOf(plain);
        this.inputs = inputs;
        this.makes = makes;
        this.log = log;
    }

    /** Returns what gives each JVM its class path, and nothing else. */
    public static ProbeClassData none(WorkerStart start) {
        return new ProbeClassData(start.classPathArguments(), null, false, line -> {});
    }

    /**
     * Looks what there is.
     *
     * @param surefire whose worker it was
     * @param start how that was started
     * @param directory where class data is kept; empty if it is not to be shared
     * @param repository the local repository
     * @param makes whether one is made if there is none: worth it for a dozen JVMs
     * @param log is told what happens, for those who want to know
     */
    public static ProbeClassData of(
            Surefire surefire,
            WorkerStart start,
            Optional<ClassDataDirectory> directory,
            Path repository,
            boolean makes,
            Consumer<String> log) {
        if (directory.isEmpty()
                || new Obstacles(surefire, System::getenv).toClassDataOfProbes().isPresent()) {
            return none(start);
        }
        ClassDataFiles store = new ClassDataFiles(directory.get(), NO_FORKS);
        try {
            store.ensure();
            MemoryFlags memory = MemoryFlags.in(surefire.jvmArguments());
            return of(ArchiveBasis.of(store, jvm(start), repository, memory), start.classPathArguments(), makes, log);
        } catch (IOException e) {
            log.accept("JVMs for probes share no class data: " + e);
            return none(start);
        }
    }

    static ProbeClassData of(ArchiveBasis basis, List<String> plain, boolean makes, Consumer<String> log) {
        if (basis instanceof ArchiveInputs inputs) {
            return new ProbeClassData(plain, inputs, makes, log);
        }
        log.accept(((NotSharing) basis).describe());
        return new ProbeClassData(plain, null, false, log);
    }

    private static WorkerJvm jvm(WorkerStart start) {
        Map<String, String> properties = start.properties();
        return new WorkerJvm(
                start.home(),
                properties.getOrDefault("java.vm.name", ""),
                properties.getOrDefault("java.vm.version", ""),
                Runtime.Version.parse(properties.getOrDefault("java.runtime.version", "17"))
                        .feature(),
                String.join(File.pathSeparator, start.classPath()));
    }

    /**
     * Returns arguments for a JVM that starts now, its class path among them; those before it have ended.
     *
     * @throws InterruptedException if this thread is to end
     */
    public List<String> next() throws InterruptedException {
        if (inputs == null) {
            return plain;
        }
        try {
            return next(inputs);
        } catch (IOException e) {
            // A full disk, or a test that removed the directory: they can do without.
            log.accept("A JVM for probes shares no class data: " + e);
            return plain;
        }
    }

    private List<String> next(ArchiveInputs of) throws IOException, InterruptedException {
        ClassDataFiles store = of.store();
        if (writing != null) {
            writing = writing.next();
        }
        usable = usable || store.archive().isOf(of.key());
        if (usable) {
            return of.reading(store.archive().file());
        }
        if (!makes || writing != null) {
            return plain;
        }
        if (!listed) {
            listed = true;
            return of.listingOnly(store.loaded(FIRST_FORK));
        }
        List<String> names =
                LoadedClasses.read(store.loaded(FIRST_FORK), of.path().libraries());
        writing = names.isEmpty() ? ArchiveWriting.failed(of) : ArchiveWriting.start(of, names);
        log.accept(writing.describe());
        return plain;
    }

    /** An archive that is being written is waited for: the next search has it. */
    @Override
    public void close() {
        try {
            while (writing != null && writing.goesOnAlone()) {
                Thread.sleep(SharedArchive.LOOK_EVERY.toMillis());
                writing = writing.next();
            }
            if (inputs != null && listed) {
                inputs.store().forgetAttempts();
            }
        } catch (IOException e) {
            log.accept("The class data of probes is not kept: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
