package io.github.surefoot.core.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A file with secrets: that it is there, git does not track it and others cannot read it, and what it assigns. */
public final class DotenvFile {
    /** The setting that names the file. */
    public static final String SETTING = "surefoot.secrets.dotenv";

    private static final Set<PosixFilePermission> READABLE_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final long GIT_SECONDS = 20;
    private static final int NOT_TRACKED = 1;

    private DotenvFile() {}

    /**
     * Checks a file.
     *
     * @param file as {@link #SETTING} names it
     * @return warnings for the console; empty if all is well
     * @throws SecretFaultException if it is not there or git tracks it
     */
    public static List<String> check(Path file) throws SecretFaultException {
        if (!Files.isRegularFile(file)) {
            throw new SecretFaultException(SETTING + " names " + file
                    + ", which is no file. Create it with one NAME=value" + " a line, or take the setting out.");
        }
        List<String> warnings = new ArrayList<>();
        warnIfReadable(file, warnings);
        refuseIfTracked(file.toAbsolutePath().normalize(), warnings);
        return List.copyOf(warnings);
    }

    /**
     * Returns what a file assigns: {@code NAME=value} a line, {@code #} begins a comment, and a value in double quotes may hold
     * {@code #} and go over several lines.
     *
     * @throws SecretFaultException if it cannot be read as UTF-8 text, or a line is no assignment; the message tells the
     *     line by its number alone, since it may hold a secret
     */
    public static Map<String, String> read(Path file) throws SecretFaultException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new SecretFaultException(file + " (" + SETTING + ") cannot be read as UTF-8 text: " + e);
        }
        DotenvParser parser = new DotenvParser(lines);
        if (parser.malformed().isPresent()) {
            throw new SecretFaultException(SETTING + " names " + file + ", of which line "
                    + parser.malformed().getAsInt() + " is not of the form NAME=value.");
        }
        return parser.values();
    }

    private static void warnIfReadable(Path file, List<String> warnings) throws SecretFaultException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(READABLE_BY_OTHERS::contains)) {
                warnings.add(file + " holds secrets, and other users of this machine may read it ("
                        + PosixFilePermissions.toString(permissions) + "): chmod 600 " + file);
            }
        } catch (IOException e) {
            throw new SecretFaultException("The permissions of " + file + " (" + SETTING + ") cannot be read: " + e);
        }
    }

    private static void refuseIfTracked(Path file, List<String> warnings) throws SecretFaultException {
        @Nullable Path directory = file.getParent();
        if (directory == null || !isWithinRepository(directory)) {
            return;
        }
        int exit = git(directory, String.valueOf(file.getFileName()));
        if (exit == 0) {
            throw new SecretFaultException(
                    file + " (" + SETTING + ") is tracked by git, so all who have the repository have"
                            + " the secrets. Take it out (git rm --cached " + file.getFileName()
                            + ", and add it to .gitignore) and change the secrets.");
        }
        if (exit != NOT_TRACKED) {
            warnings.add("Whether git tracks " + file + " could not be checked, as git did not answer (exit code "
                    + exit + "). See to it that it does not.");
        }
    }

    private static boolean isWithinRepository(Path directory) {
        for (@Nullable Path up = directory; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    /** Returns git's exit code: 0 when the file is tracked, 1 when not, others when git cannot tell. */
    private static int git(Path directory, String name) {
        try {
            Process process = new ProcessBuilder("git", "ls-files", "--error-unmatch", "--", name)
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(GIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // There is no git here: the caller warns.
            return -1;
        }
        return -1;
    }
}
