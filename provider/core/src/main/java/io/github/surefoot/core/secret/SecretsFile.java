package io.github.surefoot.core.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file through which a run's secrets reach its workers: owner-only, written by Maven, read by each worker when it
 * starts, gone when the build ends. Only its path is told to the workers.
 *
 * <p>A header with the key of the run, a line for each secret, and a last line that says that it is whole. What the
 * workers inherit in their environment is not in it, only its fingerprint.
 */
public final class SecretsFile {
    /** The setting that tells a worker the path of its file. */
    public static final String SETTING = "surefoot.secrets.file";

    private static final String MAGIC = "surefoot-secrets";
    private static final String FORMAT = "1";
    private static final String END = "end";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretsFile() {}

    /**
     * Writes a new file that its owner alone may read, where the file system knows owners.
     *
     * @param file must not exist; its directory must be the owner's alone where the file system knows no permissions
     * @throws IOException if it cannot be written, or exists
     */
    public static void write(Path file, SecretSet set) throws IOException {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(String.join("\t", MAGIC, FORMAT, set.key().hex()));
        set.secrets().forEach(secret -> lines.add(line(set, secret)));
        lines.add(END);
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, options, ownerOnly(file))) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Reads a file and checks that this JVM holds every secret that the writer held.
     *
     * @param file what {@link #write} wrote
     * @param environment the environment of this JVM: {@code System::getenv}, {@code null} for what is not set
     * @throws SecretFaultException if the file is not whole, is not the reader's alone, or this JVM lacks a secret or
     *     holds another value of it
     */
    public static SecretSet read(Path file, UnaryOperator<@Nullable String> environment) throws SecretFaultException {
        List<String> lines = lines(file);
        if (lines.size() < 2 || !END.equals(lines.get(lines.size() - 1))) {
            throw new SecretFaultException("The secrets file " + file + " is not whole: run the build again.");
        }
        String[] header = lines.get(0).split("\t", -1);
        if (header.length != 3 || !MAGIC.equals(header[0])) {
            throw new SecretFaultException(file + " is no secrets file of Surefoot: " + SETTING
                    + " is set by the Surefoot plugin, do not set it yourself.");
        }
        if (!FORMAT.equals(header[1])) {
            throw new SecretFaultException(
                    "Secrets file format " + header[1] + " cannot be read by this worker (format " + FORMAT
                            + "): use the same Surefoot version for plugin, provider and worker.");
        }
        Records records = new Records(file, RunKey.parse(header[2]), environment);
        for (String line : lines.subList(1, lines.size() - 1)) {
            records.add(line);
        }
        return records.set();
    }

    private static String line(SecretSet set, Secret secret) {
        String value = secret.source() == SecretSource.ENVIRONMENT
                ? ""
                : Base64.getEncoder().encodeToString(secret.value().getBytes(StandardCharsets.UTF_8));
        return String.join("\t", secret.name(), secret.source().word(), set.fingerprintOf(secret), value);
    }

    private static List<String> lines(Path file) throws SecretFaultException {
        try {
            refuseIfOthersMayRead(file);
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            throw new SecretFaultException("The secrets file " + file
                    + " is gone. It lives as long as its build: has the" + " build that started this worker ended?");
        } catch (IOException e) {
            throw new SecretFaultException("The secrets file " + file + " cannot be read: " + e);
        }
    }

    private static void refuseIfOthersMayRead(Path file) throws IOException, SecretFaultException {
        if (!knowsPermissions(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new SecretFaultException("The secrets file " + file + " has the permissions "
                    + PosixFilePermissions.toString(permissions) + ", but Surefoot wrote it as rw-------:"
                    + " someone changed them, so change the secrets too.");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return knowsPermissions(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Collects the secrets of the file, or the reasons why this JVM does not hold them, all of them at once. */
    private static final class Records {
        private final Path file;
        private final RunKey key;
        private final UnaryOperator<@Nullable String> environment;
        private final Stream.Builder<Secret> secrets = Stream.builder();
        private final StringJoiner faults = new StringJoiner("\n  ");

        Records(Path file, RunKey key, UnaryOperator<@Nullable String> environment) {
            this.file = file;
            this.key = key;
            this.environment = environment;
        }

        void add(String line) throws SecretFaultException {
            String[] fields = line.split("\t", -1);
            if (fields.length != 4) {
                throw new SecretFaultException("The secrets file " + file + " is damaged: run the build again.");
            }
            String name = fields[0];
            SecretSource source = SecretSource.of(fields[1]);
            @Nullable String inherited = inherited(name);
            String value = source == SecretSource.ENVIRONMENT
                    ? Objects.requireNonNullElse(inherited, "")
                    : new String(Base64.getDecoder().decode(fields[3]), StandardCharsets.UTF_8);
            if (source == SecretSource.ENVIRONMENT && inherited == null) {
                faults.add(
                        name + " is in Maven's environment, but not in this worker's. Does the Surefire configuration"
                                + " exclude it (excludedEnvironmentVariables)?");
            } else if ((inherited != null && !inherited.equals(value)) || !matches(name, value, fields[2])) {
                faults.add(name + " has another value in this worker's environment than Maven holds (" + source.word()
                        + "). Does the Surefire configuration set it (environmentVariables)?");
            } else {
                secrets.add(new Secret(name, source, value));
            }
        }

        /** An empty variable is how a CI server hands on a secret that is not set: it counts as not there. */
        private @Nullable String inherited(String name) {
            @Nullable String value = environment.apply(name);
            return value == null || value.isBlank() ? null : value;
        }

        private boolean matches(String name, String value, String fingerprint) {
            return key.fingerprint(name, value).equals(fingerprint);
        }

        SecretSet set() throws SecretFaultException {
            if (faults.length() > 0) {
                throw new SecretFaultException("This worker does not hold the secrets of its run:\n  " + faults);
            }
            return new SecretSet(key, secrets.build().toList());
        }
    }
}
