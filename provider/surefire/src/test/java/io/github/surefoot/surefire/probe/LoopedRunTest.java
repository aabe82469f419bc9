package io.github.surefoot.surefire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs all tests of a loop, and keeps what the first one that fails has left. */
class LoopedRunTest {
    private static final String CANARY = "canary-4712-value";

    @TempDir
    Path dir;

    private PrintStream out = System.out;
    private PrintStream err = System.err;

    @BeforeEach
    void remember() {
        out = System.out;
        err = System.err;
    }

    @AfterEach
    void clean() {
        System.setOut(out);
        System.setErr(err);
        Probed.dirty = false;
        System.clearProperty("probed.secret");
    }

    private ProbeReply run(KeptRun kept, Map<String, String> settings, Redactor redactor, Class<?>... types) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("surefoot.worker.disposalMillis", "5000");
        WorkerStart start = new WorkerStart("", "", "", List.of(), List.of(), Map.of(), Map.of(), all, Map.of());
        List<ProbeRequest.Item> items = List.of(types).stream()
                .map(type -> new ProbeRequest.Item(type.getName(), true))
                .toList();
        return new ProbeRun(
                        start,
                        new WorkerSettings(all),
                        new WorkerId("loop", 1, 1),
                        redactor,
                        () -> {},
                        Optional.of(kept),
                        test -> {})
                .run(
                        new ProbeRequest(List.of(items), "", OptionalLong.empty(), 1),
                        LoopedRunTest.class.getClassLoader());
    }

    @Test
    void keepsWhatTheFirstFailureHasLeftAndForgetsItWithTheNextRun() throws Exception {
        Redactor redactor = Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, CANARY)));
        System.setProperty("probed.secret", CANARY);
        KeptRun kept = KeptRun.take(dir, redactor);
        Files.createDirectories(dir.resolve(KeptFiles.DATABASES));
        Files.writeString(dir.resolve(KeptFiles.DATABASES).resolve("old"), "");

        ProbeReply reply = run(kept, Map.of(), redactor, Probed.Polluter.class, Probed.Victim.class);

        assertThat(reply.word()).isEqualTo(ProbeReply.FAILED);
        assertThat(reply.type()).isEqualTo("org.opentest4j.AssertionFailedError");
        assertThat(dir.resolve(KeptFiles.FAILURE))
                .content()
                .startsWith(Probed.Victim.class.getName() + "#looks\n")
                .contains("***API_KEY***", "AssertionFailedError", "Probed.java")
                .doesNotContain(CANARY);
        assertThat(dir.resolve(KeptFiles.THREADS)).content().contains("LoopedRunTest");
        assertThat(dir.resolve(KeptFiles.DATABASES)).isEmptyDirectory();

        Probed.dirty = false;
        assertThat(run(kept, Map.of(), redactor, Probed.Victim.class).word()).isEqualTo(ProbeReply.PASSED);
        assertThat(dir.resolve(KeptFiles.FAILURE)).doesNotExist();
        assertThat(dir.resolve(KeptFiles.THREADS)).doesNotExist();
    }

    @Test
    void runsTheTestsAloneThatSurefiresParameterNames() {
        KeptRun kept = KeptRun.take(dir, Redactor.none());
        Map<String, String> looks = Map.of(WorkerProperty.TEST.key(), "Probed$Victim#loo*");
        Map<String, String> assumes = Map.of(WorkerProperty.TEST.key(), "Probed$Victim#assumes");
        Map<String, String> harmless = Map.of(WorkerProperty.TEST.key(), "Probed$Polluter#harmless");

        assertThat(run(kept, looks, Redactor.none(), Probed.Victim.class).word())
                .isEqualTo(ProbeReply.PASSED);
        assertThat(run(kept, assumes, Redactor.none(), Probed.Victim.class).word())
                .isEqualTo(ProbeReply.ABSENT);
        assertThat(run(kept, harmless, Redactor.none(), Probed.Polluter.class).word())
                .isEqualTo(ProbeReply.PASSED);
        assertThat(Probed.dirty).isFalse();
    }

    @Test
    void whatFailsBeforeAllTestsOfAClassIsAFailureOfThatClass() {
        KeptRun kept = KeptRun.take(dir, Redactor.none());

        assertThat(run(kept, Map.of(), Redactor.none(), Probed.Unready.class).message())
                .isEqualTo("not ready");
        assertThat(dir.resolve(KeptFiles.FAILURE)).content().startsWith(Probed.Unready.class.getName() + "\n");
    }
}
