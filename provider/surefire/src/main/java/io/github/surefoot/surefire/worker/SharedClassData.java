package io.github.surefoot.surefire.worker;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.classdata.Trainer;
import io.github.surefoot.core.classdata.WorkerJvm;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This worker's part in sharing class data: Surefire has put the class path into the environment, where it does without
 * the jar of a new name each time that hides it from the JVM; Maven may have put the same classes in the same order
 * before that, in a form that an archive can be made of.
 */
public final class SharedClassData {
    private final ClassDataDirectory directory;
    private final String asked;
    private final String real;

    SharedClassData(ClassDataDirectory directory, String asked, String real) {
        this.directory = directory;
        this.asked = asked;
        this.real = real;
    }

    /**
     * Makes this JVM look to tests as Surefire's own fork does, and tells Maven what it needs to know. Does nothing
     * where class data is not shared.
     *
     * @throws IllegalStateException if this JVM was started on another class path than Surefire asks for: tests must
     *     not run on it
     */
    public static void settle(WorkerSettings settings) {
        @Nullable String asked = System.getenv("CLASSPATH");
        Optional<Path> directory = settings.classData();
        if (asked == null) {
            return;
        }
        settings.classPath().ifPresent(file -> tell(file, asked));
        String real = System.getProperty("java.class.path", "");
        if (directory.isPresent()) {
            new SharedClassData(new ClassDataDirectory(directory.get()), asked, real).settle();
        } else if (settings.classPath().isPresent()) {
            lookLikeSurefire(real);
        }
    }

    /** Tells Maven what JVM to start for renewed workers: one worker of a run is enough. */
    private static void tell(Path file, String asked) {
        try {
            if (!Files.exists(file)) {
                WorkerJvm.current(asked).write(file);
            }
        } catch (IOException e) {
            // A full disk, or a test that removes the directory: then the next worker tells, or all are fresh.
            return;
        }
    }

    void settle() {
        tellMaven();
        if (!real.equals(asked)) {
            check();
        }
        lookLikeSurefire(real);
    }

    private void tellMaven() {
        // No test is to see it.
        @Nullable String classes = System.clearProperty(ClassDataDirectory.TRAINING);
        try {
            WorkerJvm jvm = WorkerJvm.current(asked);
            if (!WorkerJvm.read(directory.seen()).equals(Optional.of(jvm))) {
                jvm.write(directory.seen());
            }
            if (classes != null) {
                new Trainer(ProcessHandle.current().pid(), Path.of(classes)).offer(directory.trainer());
            }
        } catch (IOException e) {
            // A full disk, or a test that removes the directory: then the next worker tells, or there is no archive.
            return;
        }
    }

    private void check() {
        Optional<String> from;
        try {
            from = WorkerJvm.read(directory.learned()).map(WorkerJvm::classPath);
        } catch (IOException e) {
            throw new IllegalStateException(notAsAsked("which cannot be read"), e);
        }
        if (!from.equals(Optional.of(asked))) {
            throw new IllegalStateException(notAsAsked("which tells of another one"));
        }
    }

    private String notAsAsked(String why) {
        return "This worker was not started on the class path that Surefire asks for, but on one made from "
                + directory.learned() + ", " + why
                + ". Run the build again: it learns the class path anew. If that does"
                + " not help, switch the sharing of class data off: -Dsurefoot.classData=none.";
    }

    /** As Surefire does where it hides the class path in a jar ({@code ClasspathConfiguration}). */
    static void lookLikeSurefire(String real) {
        @Nullable String tests = System.getProperty("surefire.test.class.path");
        if (tests != null) {
            System.setProperty("surefire.real.class.path", real);
            System.setProperty("java.class.path", tests);
        }
    }
}
