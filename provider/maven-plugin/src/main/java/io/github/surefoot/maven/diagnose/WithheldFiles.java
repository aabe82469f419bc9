package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.diagnosis.GroupDiagnosis;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.TestDiagnosis;
import io.github.surefoot.core.protocol.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a probe cannot show: whether a test depends on files that tests before it have left, since each begins without them.
 *
 * @param files those that were put away or put back while a group was diagnosed
 */
public record WithheldFiles(List<Path> files) {
    private static final int MOST_NAMED = 3;

    /** An invocation's name begins with that of its method. */
    private static final Pattern METHOD = Pattern.compile("(\\w+).*", Pattern.DOTALL);

    /** Copies the list. */
    public WithheldFiles {
        files = List.copyOf(files);
    }

    /** Returns those since the last diagnosis of the same run. */
    public static WithheldFiles since(LeftFiles left) {
        return new WithheldFiles(left.withheld());
    }

    /**
     * Returns a line for a failure of the run that no probe has brought back.
     *
     * @param loop the command that runs tests again and again, up to which
     */
    public Optional<String> line(GroupDiagnosis found, String loop) {
        TestDiagnosis diagnosis = found.diagnosis();
        boolean gone = diagnosis.kind() == Cause.Kind.RANDOM
                && diagnosis.stopped().isEmpty()
                && diagnosis.subject().failed() > 0
                && diagnosis.with().never();
        return gone && !files.isEmpty()
                ? Optional.of("  each probe began without what tests had written to " + names()
                        + "; that may be what it depends on. A loop keeps it from run to run:  " + loop + " -D"
                        + Setting.TEST.key() + "=" + test(diagnosis.subject().test()))
                : Optional.empty();
    }

    private String names() {
        String first = files.stream().limit(MOST_NAMED).map(Path::toString).collect(Collectors.joining(", "));
        return files.size() > MOST_NAMED ? first + " and " + (files.size() - MOST_NAMED) + " more files" : first;
    }

    /** Returns it as Surefire's parameter {@code test} has it. */
    private static String test(ProbeUnit unit) {
        Matcher method = METHOD.matcher(unit.test().name());
        return unit.test().className() + (method.matches() ? "#" + method.group(1) : "");
    }
}
