package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.analysis.diagnosis.Clues;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.GroupDiagnosis;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.analysis.diagnosis.TestDiagnosis;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.probe.WorkerStart;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.maven.classdata.ProbeClassData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Diagnoses by real JVMs, in which tests are nothing but names. */
@Tag("slow")
class DiagnosesTest {
    private static final Duration ENOUGH = Duration.ofMinutes(5);
    private static final List<ProbeUnit> BEFORE =
            List.of(ProbeUnit.ofClass("First"), ProbeUnit.ofClass("Polluter"), ProbeUnit.ofClass("Leaver"));

    @TempDir
    static Path dir;

    private static WorkerStart start;

    private final List<GroupDiagnosis> told = new ArrayList<>();

    @BeforeAll
    static void prepare() throws Exception {
        start = FakeProvider.start(dir);
    }

    private static Subject subject(String name) {
        return new Subject(
                ProbeUnit.ofTest("VictimTest", new TestId("VictimTest", name), "[" + name + "]"),
                Optional.of(BEFORE),
                Optional.empty(),
                Map.of(),
                Clues.NONE,
                new FailedGroup.Order("r1w1", OptionalLong.empty(), 1, Dispatch.EACH),
                false,
                2,
                3);
    }

    private static FailedGroup group(String... names) {
        List<Subject> subjects = new ArrayList<>();
        for (String name : names) {
            subjects.add(subject(name));
        }
        return new FailedGroup(subjects);
    }

    private static LeftFiles left() {
        try {
            return LeftFiles.of(
                    Files.createDirectories(dir.resolve("work")),
                    dir.resolve("away"),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    line -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<GroupDiagnosis> diagnose(WorkerStart worker, Duration limit, Duration budget, FailedGroup... groups) {
        try (LeftFiles left = left();
                ProbeJvms jvms = ProbeJvms.like(
                        worker,
                        ProbeClassData.none(worker),
                        Path.of("/nowhere"),
                        dir::resolve,
                        limit,
                        left,
                        Path.of("/no/agent"),
                        line -> {})) {
            return new Diagnoses(jvms, budget, true, told::add).untilInterrupted(List.of(groups));
        }
    }

    private TestDiagnosis diagnose(Duration limit, String name) {
        return diagnose(start, limit, ENOUGH, group(name)).get(0).diagnosis();
    }

    @Test
    void aPolluterIsFoundInJvmsOfTheirOwnForAllThatFailByIt() {
        Subject neverAfter = subject("neverAfter");
        FailedGroup before = new FailedGroup(List.of(new Subject(
                neverAfter.test(),
                Optional.of(List.of(ProbeUnit.ofClass("Polluter2"))),
                Optional.empty(),
                Map.of(),
                Clues.NONE,
                neverAfter.order(),
                false,
                2,
                3)));

        List<GroupDiagnosis> found =
                diagnose(start, ENOUGH, ENOUGH, group("looks", "looksToo"), before, group("other", "dies", "another"));

        assertThat(found).isEqualTo(told).hasSize(3);
        assertThat(found.get(0).diagnosis().kind()).isEqualTo(Kind.VICTIM);
        assertThat(found.get(0).diagnosis().allCulprits()).containsExactly(ProbeUnit.ofClass("Polluter"));
        assertThat(found.get(0).diagnosis().confirmed()).isTrue();
        assertThat(found.get(0).alike())
                .extracting(like -> like.test().uniqueId())
                .containsExactly("[looksToo]", "[other]", "[another]");
        assertThat(found.get(0).spent()).isPositive();
        assertThat(found.subList(1, 3))
                .as("what did not fail after it, and what fails without")
                .extracting(one -> one.diagnosis().subject().test().uniqueId())
                .containsExactly("[neverAfter]", "[dies]");
    }

    @Test
    void whoDisturbsATestAtTheSameTimeIsFoundInASecondJvm() {
        Subject shy = subject("shy");
        Clues clues = new Clues(List.of(), List.of(), List.of(), List.of("Second", "Holder", "Third"), List.of());
        Subject beside = new Subject(
                shy.test(), Optional.of(List.of()), Optional.empty(), Map.of(), clues, shy.order(), false, 2, 3);

        assertThat(diagnose(start, ENOUGH, ENOUGH, new FailedGroup(List.of(beside)))
                        .get(0)
                        .diagnosis())
                .returns(Kind.NEIGHBOUR, TestDiagnosis::kind)
                .returns(List.of(ProbeUnit.ofClass("Holder")), TestDiagnosis::allCulprits)
                .returns(true, TestDiagnosis::confirmed);
    }

    @Test
    void aTestThatFailsByClassesOfAnEarlierRunIsRunInAJvmThatKnowsNone() {
        assertThat(diagnose(ENOUGH, "aged"))
                .as("in a JVM that had run something before, it failed each time")
                .returns(Kind.VICTIM, TestDiagnosis::kind)
                .returns(List.of(ProbeUnit.ofClass("Polluter")), TestDiagnosis::allCulprits)
                .returns(true, TestDiagnosis::confirmed);
    }

    @Test
    void aTestThatEndsItsJvmFails() {
        assertThat(diagnose(ENOUGH, "dies"))
                .returns(Kind.BRITTLE, TestDiagnosis::kind)
                .returns(false, TestDiagnosis::confirmed);
    }

    @Test
    void aTestThatHangsFailsAtTheLimit() {
        assertThat(diagnose(Duration.ofMillis(500), "hangs").without().failed()).isEqualTo(3);
    }

    @Test
    void whatCannotRunSaysWhy() {
        assertThat(diagnose(ENOUGH, "faulty").stopped()).isEqualTo("a probe could not run: no database");
        WorkerStart nowhere = new WorkerStart(
                dir.resolve("none").toString(),
                start.directory(),
                start.provider(),
                start.arguments(),
                start.classPath(),
                start.environment(),
                Map.of(),
                Map.of(),
                Map.of());
        assertThat(diagnose(nowhere, ENOUGH, ENOUGH, group("looks"))
                        .get(0)
                        .diagnosis()
                        .stopped())
                .startsWith("a JVM cannot be started: ");
        WorkerStart wrong = new WorkerStart(
                start.home(),
                start.directory(),
                start.provider(),
                List.of("-XX:NoSuchFlag"),
                start.classPath(),
                start.environment(),
                Map.of(),
                Map.of(),
                Map.of());
        assertThat(diagnose(wrong, ENOUGH, ENOUGH, group("looks"))
                        .get(0)
                        .diagnosis()
                        .stopped())
                .contains("did not start")
                .contains("NoSuchFlag");
    }

    @Test
    void theBudgetEndsIt() {
        TestDiagnosis diagnosis = diagnose(start, ENOUGH, Duration.ofMillis(1), group("looks"))
                .get(0)
                .diagnosis();

        assertThat(diagnosis.stopped()).contains("surefoot.diagnose.budget");
        assertThat(diagnosis.confirmed()).isFalse();
    }

    @Test
    void stoppedNoFurtherGroupIsBegun() {
        try (LeftFiles left = left();
                ProbeJvms jvms = ProbeJvms.like(
                        start,
                        ProbeClassData.none(start),
                        Path.of("/nowhere"),
                        dir::resolve,
                        ENOUGH,
                        left,
                        Path.of("/no/agent"),
                        line -> {})) {
            Diagnoses diagnoses = new Diagnoses(jvms, ENOUGH, true, found -> {
                told.add(found);
                jvms.stop();
            });
            assertThat(diagnoses.of(List.of(group("looks"), group("other")))).hasSize(1);
        }
    }

    /** Before it is at work, nobody else knows of it. */
    @Test
    @Timeout(60)
    void whoStopsThemWhileAJvmStartsEndsThatToo() {
        List<ProbeJvms> all = new ArrayList<>();
        Function<String, Path> files = name -> {
            if (name.startsWith("errors-")) {
                all.forEach(ProbeJvms::stop);
            }
            return dir.resolve(name);
        };
        try (LeftFiles left = left();
                ProbeJvms jvms = ProbeJvms.like(
                        start,
                        ProbeClassData.none(start),
                        Path.of("/nowhere"),
                        files,
                        Duration.ofMinutes(10),
                        left,
                        Path.of("/no/agent"),
                        line -> {})) {
            all.add(jvms);

            assertThat(new Diagnoses(jvms, Duration.ofMinutes(10), true, told::add).of(List.of(group("hangs"))))
                    .allMatch(found -> !found.diagnosis().confirmed());
        }
    }

    @Test
    void aGuessThatTestsAreAlikeIsAskedAndEndsWithItsTime() {
        assertThat(guessed(ENOUGH, group("looks", "looksToo", "hangs"), group("dies")))
                .as("the third is not alike, and there is no time for more")
                .singleElement()
                .satisfies(found -> assertThat(found.alike())
                        .extracting(Subject::test)
                        .containsExactly(subject("looksToo").test()));
        told.clear();
        assertThat(guessed(Duration.ofMillis(1), group("looks", "looksToo")))
                .singleElement()
                .as("nobody could ask")
                .satisfies(found -> assertThat(found.alike()).isEmpty());
    }

    private List<GroupDiagnosis> guessed(Duration budget, FailedGroup... groups) {
        try (LeftFiles left = left();
                ProbeJvms jvms = ProbeJvms.like(
                        start,
                        ProbeClassData.none(start),
                        Path.of("/nowhere"),
                        dir::resolve,
                        Duration.ofMillis(500),
                        left,
                        Path.of("/no/agent"),
                        line -> {})) {
            return new Diagnoses(jvms, budget, false, told::add).guessed(List.of(groups), told::isEmpty);
        }
    }
}
