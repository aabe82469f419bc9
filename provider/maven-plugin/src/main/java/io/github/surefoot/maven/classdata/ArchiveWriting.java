package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.ClassLoading;
import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Has a JVM of its own write an archive, beside the run and, if need be, after its verdict: no worker's end waits for
 * it, and none is judged by it.
 *
 * @param inputs what the archive is made from
 * @param writer the process that writes it
 */
record ArchiveWriting(ArchiveInputs inputs, WatchedProcess writer) implements Stage {

    /** Starts to write an archive of some classes. */
    static Stage start(ArchiveInputs inputs, List<String> names) throws IOException {
        ClassDataFiles store = inputs.store();
        WholeFile.write(store.names(), names);
        Path arguments = store.arguments("writer");
        ArgumentFile.write(arguments, inputs.writing(store.untried()));
        return new ArchiveWriting(
                inputs,
                WatchedProcess.start(
                        store.untried(),
                        Path.of(inputs.jvm().home(), "bin", "java").toString(),
                        // What compiles best is of no use to a process of two seconds.
                        "-XX:TieredStopAtLevel=1",
                        "@" + arguments,
                        ClassLoading.class.getName(),
                        store.names().toString()));
    }

    /** Remembers that no archive came of it. */
    static Stage failed(ArchiveInputs inputs) throws IOException {
        inputs.store().archive().failed(inputs.key());
        return new NotSharing("no archive that can be used could be written");
    }

    @Override
    public Stage next() throws IOException, InterruptedException {
        if (writer.isRunning()) {
            return this;
        }
        Path written = inputs.store().untried();
        if (writer.hasSucceeded() && Files.exists(written) && canBeUsed(written)) {
            inputs.store().archive().publish(written, inputs.key());
            return ArchiveInUse.start(inputs);
        }
        return failed(inputs);
    }

    private boolean canBeUsed(Path written) throws IOException, InterruptedException {
        Path arguments = inputs.store().arguments("trial");
        ArgumentFile.write(arguments, inputs.reading(written));
        return ArchiveTrial.succeeds(inputs.jvm().home(), arguments);
    }

    @Override
    public boolean goesOnAlone() {
        return true;
    }

    @Override
    public String describe() {
        return "an archive of class data is being written";
    }
}
