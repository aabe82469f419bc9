package io.github.surefoot.maven.loop;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.settings.Durations;
import io.github.surefoot.maven.settings.RunSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What is run until it fails, and how.
 *
 * @param test the tests, as Surefire's parameter {@code test} has them
 * @param time how long to go on that do not fail; empty for as long as they do not
 * @param debugPort where a debugger may attach to the run that follows a failure
 * @param watch whether they run once after each change of the sources, in place of again and again
 * @param fresh whether each run has a JVM of its own, in place of new classes in one
 */
public record LoopSettings(String test, Optional<Duration> time, OptionalInt debugPort, boolean watch, boolean fresh) {
    private static final int USUAL_PORT = 5005;
    private static final int LAST_PORT = 65_535;
    private static final String OFF = "off";

    /**
     * Reads them.
     *
     * @param properties the value of a property, if it is set
     * @param run what is set of any run
     * @throws SettingException if no test is named, or a value cannot be used
     */
    public static LoopSettings parse(Function<String, Optional<String>> properties, RunSettings run) {
        String test = properties
                .apply(Setting.TEST.key())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> noTest(""));
        boolean given = properties.apply(Setting.WORKERS_KIND.key()).isPresent()
                || properties.apply(Setting.REUSE_WORKERS.key()).isPresent();
        if (run.kind() == WorkerKind.WARM) {
            throw new SettingException(
                    Setting.WORKERS_KIND.key(),
                    WorkerKind.WARM.word(),
                    "'renewed' or 'fresh': a test that runs again in a JVM where nothing is new fails by what its last"
                            + " run has left");
        }
        return new LoopSettings(
                test,
                properties
                        .apply(Setting.LOOP_TIME.key())
                        .filter(value -> !value.strip().equals(OFF))
                        .map(value -> Durations.parse(Setting.LOOP_TIME.key(), value)),
                properties
                        .apply(Setting.LOOP_DEBUG.key())
                        .map(LoopSettings::port)
                        .orElse(OptionalInt.empty()),
                properties
                        .apply(Setting.LOOP_WATCH.key())
                        .map(value -> RunSettings.flag(Setting.LOOP_WATCH.key(), value))
                        .orElse(false),
                given && run.kind() == WorkerKind.FRESH);
    }

    /** Says that there is no such test. */
    public static SettingException noTest(String test) {
        return new SettingException(
                Setting.TEST.key(),
                test,
                "tests of this module, as Surefire's -Dtest names them, for example -Dsurefoot.test=CartTest#expires");
    }

    private static OptionalInt port(String value) {
        return switch (value.strip()) {
            case "false", OFF -> OptionalInt.empty();
            case "true", "" -> OptionalInt.of(USUAL_PORT);
            default -> OptionalInt.of(number(value.strip()));
        };
    }

    private static int number(String value) {
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new SettingException(
                    Setting.LOOP_DEBUG.key(),
                    value,
                    "'true' for port " + USUAL_PORT + ", 'off', or a port from 1 to " + LAST_PORT);
        }
        return port;
    }

    /**
     * Refuses a port that somebody else has: it would be found out only when the test has failed.
     *
     * @throws SettingException if it is in use
     */
    public void checkPort() {
        if (debugPort.isEmpty()) {
            return;
        }
        try (ServerSocket free = new ServerSocket(debugPort.getAsInt(), 1, InetAddress.getLoopbackAddress())) {
            free.setReuseAddress(true);
        } catch (IOException e) {
            throw new SettingException(
                    Setting.LOOP_DEBUG.key(),
                    Integer.toString(debugPort.getAsInt()),
                    "a port that is free: " + e.getMessage());
        }
    }
}
