package io.github.surefoot.surefire.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerResourcesTest {
    private static final String SAMPLES = SampleResources.class.getName() + "$";

    private final List<JournalEntry> journal = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path directory;

    private WorkerResources open(String... resources) throws TestSetFailedException {
        return open(Duration.ofSeconds(20), resources);
    }

    private WorkerResources open(Duration limit, String... resources) throws TestSetFailedException {
        WorkerSettings settings = new WorkerSettings(Map.of(
                "surefoot.worker.disposalMillis", Long.toString(limit.toMillis()),
                "surefoot.worker.directory", directory.toString()));
        WorkerContext context =
                new JournallingContext(new WorkerId("run-1", 2, 1), settings, journal::add, Clock.systemUTC());
        return WorkerResources.open(
                SampleResources.classPath(
                        directory,
                        Stream.of(resources).map(name -> SAMPLES + name).toList()),
                context);
    }

    private List<String> events() {
        return journal.stream()
                .filter(JournalEntry.ResourceEvent.class::isInstance)
                .map(JournalEntry.ResourceEvent.class::cast)
                .map(event -> event.resource() + " " + event.event())
                .toList();
    }

    private List<String> problems() {
        return journal.stream()
                .filter(JournalEntry.Problem.class::isInstance)
                .map(JournalEntry.Problem.class::cast)
                .map(JournalEntry.Problem::what)
                .toList();
    }

    @AfterEach
    void letWhatHangsGo() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("surefoot-close-queue"))
                .forEach(Thread::interrupt);
    }

    @Test
    void theyOpenInTheOrderFoundAndCloseInReverse() throws TestSetFailedException {
        WorkerResources resources = open("First", "Second");
        resources.classStarting("shop.CartTest");
        resources.classFinished("shop.CartTest");
        resources.close();
        assertThat(events())
                .containsExactly(
                        "first opening",
                        "first opened",
                        "second opening",
                        "second opened",
                        "first starting shop.CartTest",
                        "second starting shop.CartTest",
                        "second finished shop.CartTest",
                        "first finished shop.CartTest",
                        "second closing",
                        "second closed",
                        "first closing",
                        "first closed");
        assertThat(problems()).isEmpty();
    }

    /** As a user's resource is found before those that it uses, if the project's own classes come first. */
    @Test
    void oneThatOthersUseIsOpenAsLongAsTheyAre() throws TestSetFailedException {
        WorkerResources resources = open("First", "Used", "Second");
        resources.close();
        assertThat(events())
                .containsExactly(
                        "used opening",
                        "used opened",
                        "first opening",
                        "first opened",
                        "second opening",
                        "second opened",
                        "second closing",
                        "second closed",
                        "first closing",
                        "first closed",
                        "used closing",
                        "used closed");
    }

    @Test
    void howLongTheyTookIsJournalled() throws TestSetFailedException {
        open("First").close();
        assertThat(journal)
                .filteredOn(entry -> entry instanceof JournalEntry.ResourceEvent event
                        && (event.event().equals("opened") || event.event().equals("closed")))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(((JournalEntry.ResourceEvent) entry).details())
                        .hasEntrySatisfying("micros", micros -> assertThat(Long.parseLong(micros))
                                .isBetween(0L, 60_000_000L)));
    }

    @Test
    void closingTwiceClosesOnce() throws TestSetFailedException {
        WorkerResources resources = open("First");
        resources.close();
        resources.close();
        assertThat(events()).containsOnlyOnce("first closing");
    }

    @Test
    void oneThatCannotBeOpenedStopsTheWorkerAndThoseBeforeAreClosed() {
        String what = "The port of worker r2w1 cannot be opened: port 8080 is taken. Set ports.first to another.";
        assertThatExceptionOfType(TestSetFailedException.class)
                .isThrownBy(() -> open("First", "FailsToOpen", "Second"))
                .withMessage(what);
        assertThat(problems()).containsExactly(what);
        assertThat(events())
                .containsExactly(
                        "first opening",
                        "first opened",
                        "port opening",
                        "port closing",
                        "port closed",
                        "first closing",
                        "first closed");
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsType() {
        assertThatExceptionOfType(TestSetFailedException.class)
                .isThrownBy(() -> open("FailsSilently"))
                .withMessageEndingWith("cannot be opened: java.lang.IllegalStateException");
        assertThat(problems()).contains("The silent was not closed: java.lang.IllegalStateException");
    }

    @Test
    void anotherVersionBecomesAdvice() {
        assertThatExceptionOfType(TestSetFailedException.class)
                .isThrownBy(() -> open("First", "OfAnotherVersion"))
                .withMessageStartingWith("The database of this worker cannot be loaded: ")
                .withMessageContaining("WorkerContext.port()")
                .withMessageContaining("must be of the same version: inherit both from surefoot-parent")
                .withCauseInstanceOf(NoSuchMethodError.class);
        assertThat(events()).contains("first closed");
    }

    @Test
    void aServiceFileThatNamesNothingBecomesAdvice() {
        assertThatExceptionOfType(TestSetFailedException.class)
                .isThrownBy(() -> open("First", "Missing"))
                .withMessageContaining(SAMPLES + "Missing")
                .withMessageContaining("same version")
                .withCauseInstanceOf(ServiceConfigurationError.class);
        assertThat(events()).as("opened before all are known").isEmpty();
    }

    @Test
    void oneThatHangsIsNamedWithTheLineItHangsAtAndTheOthersAreClosed() throws TestSetFailedException {
        WorkerResources resources = open(Duration.ofMillis(300), "First", "HangsWhenClosed");
        long start = System.nanoTime();
        resources.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(30));
        assertThat(problems())
                .first()
                .asString()
                .startsWith("The queue was not closed within ")
                .contains("surefoot.disposalTimeout")
                .containsPattern(
                        "It hangs at \\S*HangsWhenClosed\\.waitForTheBroker\\(SampleResources\\.java:\\d+\\)\\.$");
        assertThat(events()).contains("first closing");
    }

    @Test
    void oneThatThrowsWhenClosedIsNamedAndTheOthersAreClosed() throws TestSetFailedException {
        open("First", "FailsToClose").close();
        assertThat(problems()).containsExactly("The cache was not closed: 2 entries were never written");
        assertThat(events()).contains("first closed");
    }

    @Test
    void oneThatFailsAtAClassIsAProblemAndTheOthersAreTold() throws TestSetFailedException {
        WorkerResources resources = open("DeafToClasses", "First");
        resources.classStarting("shop.CartTest");
        assertThat(problems())
                .containsExactly("The deaf of worker r2w1 failed: java.lang.IllegalStateException: what class?");
        assertThat(events()).contains("first starting shop.CartTest");
        resources.close();
    }

    @Test
    void resourcesLearnOfTheirWorker() throws TestSetFailedException {
        WorkerSettings settings = new WorkerSettings(Map.of(
                "surefoot.worker.disposalMillis", "15000",
                "surefoot.worker.directory", directory.toString(),
                "surefoot.database.scripts", "db/*.sql"));
        JournallingContext context =
                new JournallingContext(new WorkerId("run-1", 2, 1), settings, journal::add, Clock.systemUTC());
        assertThat(context.worker().label()).isEqualTo("r2w1");
        assertThat(context.buildDirectory()).isEqualTo(directory);
        assertThat(context.setting("surefoot.database.scripts")).contains("db/*.sql");
        assertThat(context.disposalTimeout()).isEqualTo(Duration.ofSeconds(15));
        context.leak("a connection", "CartTest.java:12", "shop.CartTest", true);
        assertThat(journal).singleElement().isInstanceOfSatisfying(JournalEntry.LeakFound.class, leak -> {
            assertThat(leak.what()).isEqualTo("a connection");
            assertThat(leak.openedAt()).isEqualTo("CartTest.java:12");
            assertThat(leak.className()).isEqualTo("shop.CartTest");
            assertThat(leak.fatal()).isTrue();
        });
    }
}
