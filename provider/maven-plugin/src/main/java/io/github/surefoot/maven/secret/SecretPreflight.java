package io.github.surefoot.maven.secret;

import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.secret.DotenvFile;
import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretNames;
import io.github.surefoot.core.secret.SecretSet;
import io.github.surefoot.core.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.SessionData;

/** Finds a module's secrets before its first worker is started, and holds them for its workers. */
public final class SecretPreflight {
    private static final String MADE = SecretPreflight.class.getName() + ".made";
    private static final String PLUGIN = "io.github.surefoot:surefoot-maven-plugin";
    private static final String CONSOLE = SecretPreflight.class.getName() + ".console";

    private final Lookup environment;
    private final Lookup settings;
    private final ConcurrentMap<String, String> made;
    private final MaskedConsole console;
    private final Dumps dumps;
    private final ChannelBase base;
    private final Log log;

    SecretPreflight(
            Lookup environment,
            Lookup settings,
            ConcurrentMap<String, String> made,
            MaskedConsole console,
            Dumps dumps,
            ChannelBase base,
            Log log) {
        this.environment = environment;
        this.settings = settings;
        this.made = made;
        this.console = console;
        this.dumps = dumps;
        this.base = base;
        this.log = log;
    }

    /** Creates one for a build; its modules share the values that are generated. */
    public static SecretPreflight of(MavenSession session, SettingsDecrypter decrypter, Log log) {
        return new SecretPreflight(
                new EnvironmentLookup(System::getenv),
                new SettingsLookup(session.getSettings().getServers(), decrypter),
                made(session.getRepositorySession().getData()),
                console(session.getRepositorySession().getData()),
                dumps(session.getCurrentProject(), log),
                ChannelBase.ofThisMachine(),
                log);
    }

    /**
     * Finds the secrets and writes the file for the workers. Close the result when the last worker has ended.
     *
     * @throws MojoExecutionException if a secret is missing or refused, naming all of them; or if the file cannot be
     *     written
     */
    public HeldSecrets hold(SecretSettings project) throws MojoExecutionException {
        try {
            List<String> names = SecretNames.parse(Setting.SECRETS.key(), project.names());
            if (names.isEmpty()) {
                return HeldSecrets.none();
            }
            SecretFinder finder = new SecretFinder(
                    List.of(environment, settings, dotenv(project), GeneratedLookup.of(project.generate(), made)));
            HeldSecrets held = HeldSecrets.hold(SecretSet.of(finder.find(names)), console, dumps, base.candidates());
            sweep(held);
            warnIfListed(held);
            return held;
        } catch (SecretFaultException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The file that carries the secrets to the workers cannot be written, neither in "
                            + base.candidates() + ": " + e
                            + ". Set XDG_RUNTIME_DIR or -Djava.io.tmpdir to a directory of your own.",
                    e);
        }
    }

    /**
     * Keeps those of the secrets that are found already from the console, to the end of the build: from what is printed
     * past Maven's log, and from the list of the environment in it. What is missing or
     * refused is left to {@link #hold}, since a build may need no secret at all.
     */
    public void mask(SecretSettings project) {
        if (project.names().isBlank()) {
            return;
        }
        EnvironmentListing.turnOff();
        List<Secret> found = new ArrayList<>();
        SecretFinder finder = new SecretFinder(placesForMask(project));
        for (String name : namesForMask(project)) {
            try {
                finder.findUnlessRefused(name).ifPresent(found::add);
            } catch (SecretFaultException e) {
                tellForMask(e);
            }
        }
        if (!found.isEmpty()) {
            console.add(Redactor.of(found));
        }
    }

    private List<String> namesForMask(SecretSettings project) {
        try {
            return SecretNames.parse(Setting.SECRETS.key(), project.names());
        } catch (IllegalArgumentException e) {
            tellForMask(e);
            return List.of();
        }
    }

    private List<Lookup> placesForMask(SecretSettings project) {
        List<Lookup> places = new ArrayList<>(List.of(environment, settings));
        try {
            if (project.dotenv().filter(Files::isRegularFile).isPresent()) {
                places.add(DotenvLookup.of(project.dotenv().get()));
            }
        } catch (SecretFaultException e) {
            tellForMask(e);
        }
        return places;
    }

    /** What is wrong with one place is no reason to show what is in the others. */
    private void tellForMask(Exception e) {
        log.debug("Surefoot: not masked yet: " + e.getMessage());
    }

    /** With -X, and without {@link #mask} before, plugins that ran before have had their say. */
    private void warnIfListed(HeldSecrets held) {
        String listed = held.sources().entrySet().stream()
                .filter(source -> source.getValue().equals(SecretSource.ENVIRONMENT.word()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (log.isDebugEnabled() && !listed.isEmpty() && !EnvironmentListing.isDecided()) {
            log.warn("Surefoot: with -X, Maven's resources plugin lists the whole environment, and so " + listed
                    + ", before this goal can mask anything. If others can read this log, change what it shows. Let"
                    + " surefoot:mask run first: inherit surefoot-parent, bind the goal to the phase initialize, or"
                    + " name it before all else (mvn -X " + PLUGIN + ":mask test-compile " + PLUGIN + ":test).");
        }
        EnvironmentListing.turnOff();
    }

    private Lookup dotenv(SecretSettings project) throws SecretFaultException {
        if (project.dotenv().isEmpty()) {
            return DotenvLookup.none();
        }
        Path file = project.dotenv().get();
        DotenvFile.check(file).forEach(log::warn);
        return DotenvLookup.of(file);
    }

    private void sweep(HeldSecrets held) throws IOException {
        Path own = held.file().orElseThrow();
        for (Path candidate : base.candidates()) {
            for (Path swept : ChannelSweep.sweep(candidate, own)) {
                log.info("Surefoot: deleted " + swept + ", which a killed build left");
            }
        }
    }

    /** The realm of this class may differ between modules, so only types of the JDK are kept in the session. */
    @SuppressWarnings("unchecked")
    private static ConcurrentMap<String, String> made(SessionData data) {
        data.set(MADE, null, new ConcurrentHashMap<String, String>());
        return (ConcurrentMap<String, String>) Objects.requireNonNull(data.get(MADE));
    }

    private static Dumps dumps(MavenProject project, Log log) {
        return new Dumps(
                List.of(Path.of(project.getBuild().getDirectory())),
                List.of(project.getBasedir().toPath()),
                log::warn);
    }

    /** Modules that run at the same time share one, so that none takes the console back while another needs it. */
    private static MaskedConsole console(SessionData data) {
        data.set(CONSOLE, null, new MaskedConsole());
        return data.get(CONSOLE) instanceof MaskedConsole shared ? shared : new MaskedConsole();
    }
}
