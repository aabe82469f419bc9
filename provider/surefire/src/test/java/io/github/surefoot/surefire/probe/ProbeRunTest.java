package io.github.surefoot.surefire.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.ProbeRequest.Item;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.core.probe.StateChange;
import io.github.surefoot.core.probe.StateLook;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs tests as a probe does, and tells how one of them ended the last time. */
class ProbeRunTest {
    private static final String CANARY = "canary-4711-value";

    @AfterEach
    void clean() {
        Probed.dirty = false;
        System.clearProperty("probed.secret");
    }

    private static Item type(Class<?> type) {
        return new Item(type.getName(), true);
    }

    private static Item test(Class<?> type, String method) {
        return new Item(id(type, method), false);
    }

    private static String id(Class<?> type, String method) {
        return "[engine:junit-jupiter]/[class:" + type.getName() + "]/[method:" + method + "()]";
    }

    private static ProbeReply run(Map<String, String> settings, String watched, List<List<Item>> requests) {
        return run(settings, watched, requests, StateLook.NONE);
    }

    private static ProbeReply run(
            Map<String, String> settings, String watched, List<List<Item>> requests, StateLook look) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("surefoot.worker.disposalMillis", "5000");
        WorkerStart start = new WorkerStart("", "", "", List.of(), List.of(), Map.of(), Map.of(), all, Map.of());
        Redactor redactor = Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, CANARY)));
        return new ProbeRun(start, new WorkerSettings(all), new WorkerId("diagnose", 1, 1), redactor, () -> {})
                .run(
                        new ProbeRequest(requests, watched, OptionalLong.of(5), 1, look),
                        ProbeRunTest.class.getClassLoader());
    }

    @Test
    void tellsOfATestWhetherItPassedOrFailedAfterWhatRanBefore() {
        String victim = id(Probed.Victim.class, "looks");

        assertThat(run(Map.of(), victim, List.of(List.of(test(Probed.Victim.class, "looks"))))
                        .word())
                .isEqualTo(ProbeReply.PASSED);
        ProbeReply failed = run(
                Map.of(),
                victim,
                List.of(List.of(type(Probed.Polluter.class)), List.of(test(Probed.Victim.class, "looks"))));
        assertThat(failed.word()).isEqualTo(ProbeReply.FAILED);
        assertThat(failed.type()).isEqualTo("org.opentest4j.AssertionFailedError");
        assertThat(run(
                                Map.of(),
                                victim,
                                List.of(
                                        List.of(test(Probed.Polluter.class, "harmless")),
                                        List.of(type(Probed.Victim.class))))
                        .word())
                .isEqualTo(ProbeReply.PASSED);
    }

    @Test
    void tellsWhatWasLeftBehindAndUndoesIt() {
        String victim = id(Probed.Victim.class, "looks");
        List<String> classes = List.of(Probed.class.getName());
        List<List<Item>> apart =
                List.of(List.of(type(Probed.Polluter.class)), List.of(test(Probed.Victim.class, "looks")));
        List<List<Item>> together =
                List.of(List.of(test(Probed.Polluter.class, "pollutes"), test(Probed.Victim.class, "looks")));
        String key = "FIELD " + Probed.class.getName() + "#dirty";

        for (List<List<Item>> requests : List.of(apart, together)) {
            ProbeReply seen = run(Map.of(), victim, requests, new StateLook(true, classes, List.of()));
            assertThat(seen.word()).isEqualTo(ProbeReply.FAILED);
            assertThat(seen.changes())
                    .filteredOn(change -> change.sort() == StateChange.Sort.FIELD)
                    .extracting(change -> change.by("it"))
                    .containsExactly("Probed.dirty is true, and was false, after it");

            ProbeReply undone = run(Map.of(), victim, requests, new StateLook(true, classes, List.of(key)));
            assertThat(undone.word()).isEqualTo(ProbeReply.PASSED);
        }
    }

    private static List<ProbedTest> told(List<List<Item>> requests, OrderKind kind) {
        Map<String, String> all = Map.of("surefoot.worker.disposalMillis", "5000");
        WorkerStart start = new WorkerStart("", "", "", List.of(), List.of(), Map.of(), Map.of(), all, Map.of());
        Redactor redactor = Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, CANARY)));
        List<ProbedTest> told = new ArrayList<>();
        ProbeReply reply = new ProbeRun(
                        start,
                        new WorkerSettings(all),
                        new WorkerId("search", 1, 1),
                        redactor,
                        () -> {},
                        Optional.empty(),
                        told::add)
                .run(
                        new ProbeRequest(requests, "", OptionalLong.of(1), 1, StateLook.NONE, kind, true),
                        ProbeRunTest.class.getClassLoader());
        told.add(new ProbedTest(-1, "", new TestId("", ""), reply.word(), reply.type(), reply.message(), 0));
        return told;
    }

    private static List<String> words(List<ProbedTest> told) {
        return told.stream()
                .map(one -> one.request() + " " + one.test().shortName() + " " + one.word())
                .toList();
    }

    @Test
    void tellsHowEachTestEndsInWhichRequestIfThatIsAskedFor() {
        System.setProperty("probed.secret", CANARY);

        List<ProbedTest> told = told(
                List.of(
                        List.of(type(Probed.Victim.class)),
                        List.of(test(Probed.Polluter.class, "pollutes")),
                        List.of(test(Probed.Victim.class, "looks"))),
                OrderKind.CONFIGURED);

        assertThat(words(told))
                .contains(
                        "0 Probed$Victim.looks started",
                        "0 Probed$Victim.looks passed",
                        "0 Probed$Victim.assumes absent",
                        "0 Probed$Victim passed",
                        "1 Probed$Polluter.pollutes passed",
                        "2 Probed$Victim.looks failed",
                        "-1  failed");
        ProbedTest failed = told.stream()
                .filter(one -> one.word().equals(ProbeReply.FAILED))
                .findFirst()
                .orElseThrow();
        assertThat(failed.uniqueId()).isEqualTo(id(Probed.Victim.class, "looks"));
        assertThat(failed.type()).isEqualTo("org.opentest4j.AssertionFailedError");
        assertThat(failed.message()).contains("dirt ***API_KEY***").doesNotContain(CANARY);
    }

    @Test
    void tellsOfAClassThatFailsAsAWhole() {
        assertThat(words(told(List.of(List.of(type(Probed.Unready.class))), OrderKind.CONFIGURED)))
                .containsExactly("0 Probed$Unready failed", "-1  failed");
    }

    @Test
    void runsMethodsInTheOrderThatIsAskedFor() {
        List<String> usual = words(told(List.of(List.of(type(Probed.Polluter.class))), OrderKind.CONFIGURED)).stream()
                .filter(line -> line.endsWith("started"))
                .toList();
        List<String> reversed = words(told(List.of(List.of(type(Probed.Polluter.class))), OrderKind.REVERSED)).stream()
                .filter(line -> line.endsWith("started"))
                .toList();

        assertThat(usual).hasSize(2);
        assertThat(reversed).containsExactly(usual.get(1), usual.get(0));
    }

    @Test
    void masksSecretsInWhatWasLeftBehind() {
        ProbeReply seen = run(
                Map.of(),
                id(Probed.Victim.class, "looks"),
                List.of(List.of(type(Probed.Leaking.class)), List.of(test(Probed.Victim.class, "looks"))),
                new StateLook(true, List.of(Probed.class.getName()), List.of()));

        assertThat(seen.changes())
                .extracting(StateChange::name)
                .contains("the system property probed.***API_KEY***")
                .noneMatch(name -> name.contains(CANARY));
        assertThat(seen.line()).doesNotContain(CANARY);
        System.clearProperty("probed." + CANARY);
    }

    @Test
    void theLastTimeCounts() {
        List<Item> victim = List.of(test(Probed.Victim.class, "looks"));

        ProbeReply reply = run(
                Map.of(),
                id(Probed.Victim.class, "looks"),
                List.of(List.of(type(Probed.Polluter.class)), victim, victim));

        assertThat(reply.word()).isEqualTo(ProbeReply.PASSED);
    }

    @Test
    void whatDoesNotRunSaysNothing() {
        assertThat(run(Map.of(), id(Probed.Victim.class, "assumes"), List.of(List.of(type(Probed.Victim.class))))
                        .word())
                .isEqualTo(ProbeReply.ABSENT);
        assertThat(run(
                                Map.of("excludegroups", "slow, other"),
                                id(Probed.Victim.class, "tagged"),
                                List.of(List.of(type(Probed.Victim.class))))
                        .word())
                .isEqualTo(ProbeReply.ABSENT);
        assertThat(run(
                                Map.of("groups", "slow"),
                                id(Probed.Victim.class, "tagged"),
                                List.of(List.of(type(Probed.Victim.class))))
                        .word())
                .isEqualTo(ProbeReply.PASSED);
    }

    @Test
    void whatFailsBeforeAllTestsOfItsClassIsTheFailureOfATest() {
        ProbeReply reply =
                run(Map.of(), id(Probed.Unready.class, "neverRuns"), List.of(List.of(type(Probed.Unready.class))));

        assertThat(reply)
                .isEqualTo(new ProbeReply(ProbeReply.FAILED, "java.lang.IllegalStateException", "not ready", ""));
    }

    @Test
    void masksSecretsInWhatItTells() {
        System.setProperty("probed.secret", CANARY);

        ProbeReply reply = run(
                Map.of(),
                id(Probed.Victim.class, "looks"),
                List.of(List.of(type(Probed.Polluter.class)), List.of(test(Probed.Victim.class, "looks"))));

        assertThat(reply.message()).contains("***API_KEY***").doesNotContain(CANARY);
        assertThat(reply.line()).doesNotContain(CANARY);
    }
}
