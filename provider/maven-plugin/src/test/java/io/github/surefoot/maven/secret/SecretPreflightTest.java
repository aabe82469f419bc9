package io.github.surefoot.maven.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.secret.SecretSet;
import io.github.surefoot.core.secret.SecretsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

class SecretPreflightTest {
    @TempDir
    private Path project;

    @TempDir
    private Path memory;

    private final Map<String, String> environment = new HashMap<>();
    private final ConcurrentMap<String, String> made = new ConcurrentHashMap<>();
    private final Server server = new Server();
    private final List<String> told = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private boolean debugging;

    private Path dotenv = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        environment.put("FROM_ENVIRONMENT", "canary-environment");
        server.setId("FROM_SETTINGS");
        server.setPassword("canary-settings");
        dotenv = Files.writeString(
                project.resolve(".env"), "FROM_DOTENV=\"canary-dotenv\"\nFROM_SETTINGS=hidden-by-settings\n");
        Files.setPosixFilePermissions(dotenv, PosixFilePermissions.fromString("rw-------"));
    }

    private SecretPreflight preflight() {
        try {
            return new SecretPreflight(
                    new EnvironmentLookup(environment::get),
                    new SettingsLookup(
                            List.of(server),
                            new DefaultSettingsDecrypter(
                                    new DefaultSecDispatcher(new DefaultPlexusCipher(), Map.of(), "none"))),
                    made,
                    new MaskedConsole(),
                    new Dumps(List.of(project.resolve("target")), List.of(project), told::add),
                    new ChannelBase(environment::get, memory, project),
                    new SystemStreamLog() {
                        @Override
                        public boolean isDebugEnabled() {
                            return debugging;
                        }

                        @Override
                        public void warn(CharSequence content) {
                            warned.add(content.toString());
                        }
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HeldSecrets hold(String names, String generate) throws MojoExecutionException {
        return preflight().hold(new SecretSettings(names, Optional.of(dotenv), generate));
    }

    private List<Path> channels() throws IOException {
        try (Stream<Path> files = Files.list(memory)) {
            return files.toList();
        }
    }

    @Test
    void eachSecretIsFoundInTheFirstPlaceThatHasIt() throws Exception {
        try (HeldSecrets held = hold("FROM_ENVIRONMENT, FROM_SETTINGS, FROM_DOTENV, MADE", "true")) {
            assertThat(held.sources())
                    .containsExactly(
                            Map.entry("FROM_ENVIRONMENT", "environment"),
                            Map.entry("FROM_SETTINGS", "settings.xml"),
                            Map.entry("FROM_DOTENV", "dotenv"),
                            Map.entry("MADE", "generated"));
            SecretSet read = SecretsFile.read(held.file().orElseThrow(), environment::get);
            assertThat(read.fingerprint()).isEqualTo(held.fingerprint());
            assertThat(read.find("FROM_SETTINGS").orElseThrow().value()).isEqualTo("canary-settings");
            assertThat(read.find("FROM_DOTENV").orElseThrow().value()).isEqualTo("canary-dotenv");
            assertThat(read.find("MADE").orElseThrow().value()).hasSize(32);
            assertThat(held.redactor().redact("canary-dotenv")).isEqualTo("***FROM_DOTENV***");
        }
    }

    @Test
    void theFileIsInMemoryOwnerOnlyAndGoneAfterwards() throws Exception {
        Path file;
        try (HeldSecrets held = hold("FROM_DOTENV", "false")) {
            file = held.file().orElseThrow();
            assertThat(file).hasParent(channels().get(0));
            assertThat(Files.getPosixFilePermissions(channels().get(0)))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(file).doesNotExist();
        assertThat(channels()).isEmpty();
    }

    @Test
    void allThatIsMissingIsOneErrorWithEachWayToSupplyIt() throws Exception {
        environment.put("EMPTY", "");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> hold("FROM_ENVIRONMENT,API_KEY,EMPTY,MADE", "MADE"))
                .withMessageStartingWith("Secrets missing: API_KEY, EMPTY (declared by surefoot.secrets).")
                .withMessageContaining("export API_KEY=…   (it is not set)")
                .withMessageContaining("export EMPTY=…   (it is set, but empty)")
                .withMessageContaining("<server><id>API_KEY</id>")
                .withMessageContaining("API_KEY=… in " + dotenv)
                .withMessageContaining("-Dsurefoot.secrets.generate=API_KEY");
        assertThat(channels()).isEmpty();
    }

    @Test
    void aShortValueIsRefused() {
        environment.put("SHORT", "pa55wd");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> hold("SHORT, API_KEY", "false"))
                .withMessageContaining("Secret missing: API_KEY")
                .withMessageContaining("Refused as a secret: SHORT (environment) has fewer than 8 characters.")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("pa55wd"));
    }

    @Test
    void generatedValuesAreSharedByTheModulesOfABuildAndNewInTheNext() throws Exception {
        try (HeldSecrets first = hold("MADE", "true");
                HeldSecrets second = hold("MADE", "MADE")) {
            assertThat(SecretsFile.read(second.file().orElseThrow(), environment::get)
                            .secrets())
                    .isEqualTo(SecretsFile.read(first.file().orElseThrow(), environment::get)
                            .secrets());
        }
        String before = made.get("MADE");
        made.clear();
        hold("MADE", "true").close();
        assertThat(made.get("MADE")).isNotEqualTo(before);
    }

    @Test
    void aDotenvFileThatOthersMayReadIsWarnedOf() throws Exception {
        Files.setPosixFilePermissions(dotenv, PosixFilePermissions.fromString("rw-r--r--"));
        hold("FROM_DOTENV", "false").close();
        assertThat(warned).singleElement().asString().endsWith("chmod 600 " + dotenv);
    }

    @Test
    void aMalformedDotenvFileIsToldByLineNumberOnly() throws Exception {
        Files.writeString(dotenv, "A=1\nthis is canary-dotenv\n");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> hold("FROM_DOTENV", "false"))
                .withMessageContaining("line 2 is not of the form NAME=value")
                .satisfies(e -> assertThat(e).hasStackTraceContaining("DotenvLookup"))
                .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("canary"));
    }

    @Test
    void whatWorkersLeftWhenTheyDiedIsMaskedInTheEnd() throws Exception {
        Path reports = Files.createDirectories(project.resolve("target/surefoot/reports"));
        Path dump = reports.resolve("2026-jvmRun1.dumpstream");
        Path crash = project.resolve("hs_err_pid4711.log");
        Path other = reports.resolve("other.txt");
        try (HeldSecrets held = hold("FROM_DOTENV", "false")) {
            assertThat(held.file()).isPresent();
            for (Path file : List.of(dump, crash, other)) {
                Files.writeString(file, "Stream 'canary-dotenv'.");
            }
        }
        assertThat(dump).hasContent("Stream '***FROM_DOTENV***'.");
        assertThat(crash).hasContent("Stream '***FROM_DOTENV***'.");
        assertThat(other).hasContent("Stream 'canary-dotenv'.");
        assertThat(told).hasSize(2).allMatch(text -> text.startsWith("Surefoot: masked a secret in "));
    }

    @Test
    void theConsoleIsMaskedWhileSecretsAreHeld() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            PrintStream replaced = System.out;
            try (HeldSecrets held = hold("FROM_DOTENV", "false")) {
                assertThat(held.file()).isPresent();
                System.out.print("one canary-");
                System.out.println("dotenv line");
                System.out.print("x".repeat(8188) + "canary-dotenv, ");
            }
            System.out.println("then canary-dotenv");
            assertThat(System.out).isSameAs(replaced);
        } finally {
            System.setOut(before);
        }
        assertThat(console.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "one ***FROM_DOTENV*** line", "x".repeat(8188) + "***FROM_DOTENV***, then canary-dotenv");
    }

    @Test
    void theConsoleIsMaskedBeforeAnythingIsHeldAndMissingSecretsAreNoFault() {
        environment.put("SHORT", "pa55wd");
        PrintStream before = System.out;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            preflight()
                    .mask(new SecretSettings(
                            "MISSING, SHORT, FROM_ENVIRONMENT, FROM_DOTENV", Optional.of(dotenv), "true"));
            System.out.println("env.FROM_ENVIRONMENT: canary-environment, canary-dotenv");
            preflight().mask(new SecretSettings("not/a/name", Optional.empty(), "false"));
        } finally {
            System.setOut(before);
        }
        assertThat(console.toString(StandardCharsets.UTF_8))
                .startsWith("env.FROM_ENVIRONMENT: ***FROM_ENVIRONMENT***, ***FROM_DOTENV***");
        assertThat(made).isEmpty();
    }

    @Test
    void whatIsWrongInOnePlaceDoesNotKeepTheOthersFromBeingMasked() throws Exception {
        server.setPassword("");
        Files.writeString(dotenv, "no assignment");
        PrintStream before = System.out;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.clearProperty(EnvironmentListing.LEVEL);
        try {
            preflight().mask(new SecretSettings("FROM_SETTINGS, FROM_ENVIRONMENT", Optional.of(dotenv), "true"));
            System.out.println("canary-environment");
            assertThat(EnvironmentListing.isDecided()).isTrue();
        } finally {
            System.setOut(before);
            System.clearProperty(EnvironmentListing.LEVEL);
        }
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("***FROM_ENVIRONMENT***")
                .doesNotContain("canary-environment");
    }

    @Test
    void itIsWarnedOfTheListOfTheEnvironmentIfNothingMaskedItBefore() throws Exception {
        debugging = true;
        System.clearProperty(EnvironmentListing.LEVEL);
        try {
            hold("FROM_DOTENV", "false").close();
            assertThat(warned).isEmpty();

            System.clearProperty(EnvironmentListing.LEVEL);
            hold("FROM_ENVIRONMENT, FROM_DOTENV", "false").close();
            assertThat(warned)
                    .singleElement()
                    .asString()
                    .contains("lists the whole environment, and so FROM_ENVIRONMENT, before this goal")
                    .contains("mvn -X io.github.surefoot:surefoot-maven-plugin:mask test-compile");
            hold("FROM_ENVIRONMENT", "false").close();
            assertThat(warned).as("once").hasSize(1);

            System.clearProperty(EnvironmentListing.LEVEL);
            preflight().mask(new SecretSettings("FROM_ENVIRONMENT", Optional.empty(), "false"));
            hold("FROM_ENVIRONMENT", "false").close();
            assertThat(warned).hasSize(1);
        } finally {
            System.clearProperty(EnvironmentListing.LEVEL);
        }
    }

    @Test
    void withoutNamesNothingIsHeld() throws Exception {
        try (HeldSecrets held = hold(" ", "true")) {
            assertThat(held.file()).isEmpty();
            assertThat(held.sources()).isEmpty();
            assertThat(held.redactor().isEmpty()).isTrue();
        }
        assertThat(channels()).isEmpty();
    }

    @Test
    void whereThereIsNoSharedMemoryTheTemporaryDirectoryServes() throws Exception {
        Files.delete(memory);
        try (HeldSecrets held = hold("FROM_DOTENV", "false")) {
            assertThat(held.file().orElseThrow()).startsWith(project);
        } finally {
            Files.createDirectory(memory);
        }
    }

    @Test
    void thePrivateRuntimeDirectoryIsPreferredIfItIsPrivate() throws Exception {
        Path runtime = Files.createDirectory(project.resolve("runtime"));
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
        try (HeldSecrets held = hold("FROM_DOTENV", "false")) {
            assertThat(held.file().orElseThrow()).startsWith(runtime);
        }
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (HeldSecrets held = hold("FROM_DOTENV", "false")) {
            assertThat(held.file().orElseThrow()).startsWith(memory);
        }
    }
}
