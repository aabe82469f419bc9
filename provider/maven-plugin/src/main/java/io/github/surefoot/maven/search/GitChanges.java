package io.github.surefoot.maven.search;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that have changed since a branch was left, as git tells: committed or not, new ones included.
 *
 * @param directory in the checkout
 */
record GitChanges(Path directory) {
    /**
     * Returns them, as paths from the root of the checkout.
     *
     * @param since a branch, tag or commit: what counts is where the history of this checkout left it
     * @throws SettingException if git does not know it, or there is no checkout, or no git
     */
    Set<String> since(String since) throws IOException, InterruptedException {
        if (since.startsWith("-")) {
            throw wrong(since, "it begins with a hyphen");
        }
        String base = git(since, "merge-base", since, "HEAD").strip();
        String root = git(since, "rev-parse", "--show-toplevel").strip();
        GitChanges whole = new GitChanges(Path.of(root));
        Set<String> files = new TreeSet<>();
        files.addAll(names(whole.git(since, "diff", "--name-only", "-z", base, "--")));
        files.addAll(names(whole.git(since, "ls-files", "--others", "--exclude-standard", "-z")));
        return files;
    }

    private static List<String> names(String output) {
        return Arrays.stream(output.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private String git(String since, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(false)
                    .start();
        } catch (IOException e) {
            throw wrong(since, "git cannot be started (" + e.getMessage() + ")");
        }
        process.getOutputStream().close();
        StringBuilder errors = new StringBuilder();
        Thread reader = new Thread(() -> errors.append(text(process.getErrorStream())), "surefoot-git");
        reader.start();
        String output = text(process.getInputStream());
        int code = process.waitFor();
        reader.join();
        if (code != 0) {
            throw wrong(
                    since,
                    "git says: "
                            + errors.toString().lines().findFirst().orElse("nothing, with exit code " + code)
                            + "; a shallow clone may need git fetch --unshallow first");
        }
        return output;
    }

    private static String text(InputStream from) {
        try (from) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SettingException wrong(String since, String why) {
        return new SettingException(
                Setting.SINCE.key(),
                since,
                "a branch, tag or commit of the git checkout, for example origin/main: " + why);
    }
}
