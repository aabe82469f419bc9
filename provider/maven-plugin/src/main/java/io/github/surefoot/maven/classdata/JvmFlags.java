package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.classdata.ClassDataDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The flags by which a JVM writes and reads archives, as its manual has them ("Class Data Sharing" in the documentation
 * of {@code java}), without a word about it: what a JVM prints goes into the channel through which Surefire talks to
 * its forks.
 */
final class JvmFlags {
    private static final int CALLS_IT_AOT_FROM = 25;
    private final int feature;
    private final SharedClassPath classPath;

    JvmFlags(int feature, SharedClassPath classPath) {
        this.feature = feature;
        this.classPath = classPath;
    }

    /** Has a worker's JVM list the classes that it loads, each with its source, and say that it does. */
    List<String> listing(Path classes) {
        return with(list(classes), "-D" + ClassDataDirectory.TRAINING + "=" + classes);
    }

    /** Has a JVM list the classes that it loads, without a word about it. */
    List<String> listingOnly(Path classes) {
        return with(list(classes));
    }

    private static String list(Path classes) {
        // In quotes of the JVM's own: a colon would end the name.
        return "-Xlog:class+load=info:file=\"" + classes + "\":none:filecount=0";
    }

    /** Has a JVM write an archive of what it has loaded when it ends. */
    List<String> writing(Path archive) {
        return with("-XX:ArchiveClassesAtExit=" + archive);
    }

    /** Has a JVM use an archive, and do without if it cannot. */
    List<String> reading(Path archive) {
        return with("-XX:SharedArchiveFile=" + archive);
    }

    private List<String> with(String... flags) {
        List<String> result = new ArrayList<>(List.of(flags));
        result.add("-Xlog:cds=off");
        result.add("-Xlog:cds+dynamic=off");
        result.add("-Xlog:class+path=off");
        if (feature >= CALLS_IT_AOT_FROM) {
            result.add("-Xlog:aot=off");
        }
        result.add("-cp");
        result.add(classPath.argument());
        return result;
    }
}
