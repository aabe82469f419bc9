package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.judgement.SecretOrigin;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.LeakFound;
import io.github.surefoot.core.journal.JournalEntry.ResourceEvent;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.protocol.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Journals of an imaginary shop: five rounds on three workers, with a flaky, a broken, a hung and an evil test. */
final class SampleRun {
    static final String EVIL = "shows(\"</script><script>window.hacked = true</script>\")[1]";
    static final int ROUNDS = 5;

    private static final long START = 1_798_800_000_000L;
    private static final String RUN = "20270101-104000-ab12";
    private static final List<String> CLASSES = List.of(
            "CartTest",
            "InventoryTest",
            "PriceTest",
            "CheckoutIT",
            "LoginSecurityTest",
            "SearchTest",
            "LegacyExportTest",
            "MailIT",
            "OrderIT",
            "TaxTest",
            "VoucherTest",
            "PageTest");

    private final Path directory;
    private long execution;

    private SampleRun(Path directory) {
        this.directory = directory;
    }

    static Judgement judge(Path directory) throws IOException {
        new SampleRun(directory).write();
        Reporting reporting = new Reporting(
                List.of("database is locked"),
                List.of(new SecretOrigin("API_KEY", "environment"), new SecretOrigin("JWT_SECRET_KEY", "dotenv")),
                Duration.ofSeconds(2));
        return new Judge(GateSettings.defaults(), Categories.defaults(), reporting).judge(List.of(directory));
    }

    private void write() throws IOException {
        Files.createDirectories(directory);
        List<JournalEntry> plan = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            plan.add(new RoundStarted(round, 1, at(round, 0)));
            for (String name : CLASSES) {
                plan.add(new ClassPlanned(round, "com.example.shop." + name));
            }
            for (int slot = 1; slot <= 3; slot++) {
                worker(round, slot);
            }
            plan.add(new RoundFinished(round, 1, "", at(round, 9_800)));
        }
        plan.add(new Finished(at(ROUNDS + 1, 0)));
        RunStarted header = new RunStarted(
                RUN,
                "com.example:shop",
                ROUNDS,
                3,
                WorkerKind.FRESH,
                "random",
                OptionalLong.of(7_021),
                "suite-1",
                START,
                Map.of("java", "17.0.9", "os", "Linux amd64", "commit", "4f2a9c1be77d"));
        JournalScript.journal(directory.resolve("run.journal"), header, plan);
    }

    private void worker(int round, int slot) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(resource("created", 900L + 400L * slot, round, 300));
        long now = 500;
        for (int i = 0; i < CLASSES.size(); i++) {
            if ((i * 7 + round * (i + 3)) % 3 == slot - 1) {
                now = runClass(entries, CLASSES.get(i), round, now + 20);
            }
        }
        if (slot == 2) {
            entries.add(new LeakFound(
                    "a connection",
                    "com.example.shop.InventoryTest.reserves(InventoryTest.java:61)",
                    "com.example.shop.InventoryTest",
                    false,
                    at(round, now)));
        }
        entries.add(
                resource("disposed", round == 4 && slot == 2 ? 2_610_000L : 14_000L * slot + round, round, now + 40));
        Map<String, String> memory = Map.of("heapBytes", "33554432", "peakResidentBytes", "167772160");
        entries.add(new ResourceEvent("database", "memory", memory, at(round, now + 50)));
        entries.add(new Finished(at(round, now + 60)));
        WorkerId id = new WorkerId(RUN, round, slot);
        printed(entries, round, id);
        JournalScript.journal(
                directory.resolve(id.label() + ".journal"),
                new WorkerStarted(id, 4_000 + slot, at(round, 200), Map.of("java", "17.0.9")),
                entries);
    }

    /** Writes what the classes printed, as their worker does. */
    private void printed(List<JournalEntry> entries, int round, WorkerId worker) throws IOException {
        StringBuilder text = new StringBuilder();
        for (JournalEntry entry : entries) {
            if (entry instanceof ClassStarted started) {
                text.append("==== ")
                        .append(started.className())
                        .append(" in round ")
                        .append(round)
                        .append('\n');
                text.append(
                        started.className().endsWith(".CartTest")
                                ? "cart " + (round == 2 ? "7f31" : "02bd") + " opened\nclock set to 12:00:01\n"
                                : "of another class\n");
            }
        }
        Path file = new OutputDirectory(directory.resolveSibling(OutputDirectory.NAME)).of(worker);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static ResourceEvent resource(String event, long micros, int round, long at) {
        return new ResourceEvent(
                "database",
                event,
                Map.of("micros", Long.toString(micros), "retries", "0", "clean", "yes"),
                at(round, at));
    }

    private long runClass(List<JournalEntry> entries, String name, int round, long begin) {
        String className = "com.example.shop." + name;
        entries.add(new ClassStarted(round, className, at(round, begin)));
        long now = begin;
        for (String test : tests(name)) {
            TestId id = new TestId(className, test);
            Outcome outcome = outcome(test, round);
            entries.add(new TestStarted(++execution, round, id, "id:" + id, tags(name), false, at(round, now)));
            now += 60 + Math.floorMod(id.hashCode(), 240) + round * 5L;
            entries.add(new TestFinished(execution, outcome, at(round, now)));
        }
        entries.add(new ClassFinished(round, className, at(round, now)));
        return now;
    }

    private static List<String> tags(String className) {
        return className.endsWith("IT")
                ? List.of("integration")
                : className.contains("Security") ? List.of("security") : List.of();
    }

    private static List<String> tests(String className) {
        return switch (className) {
            case "CartTest" -> List.of("adds", "removes", "expires", "sumsUp");
            case "LegacyExportTest" -> List.of("writesCsv", "writesXml");
            case "PageTest" -> List.of(EVIL, "escapes");
            case "MailIT" -> List.of("sends", "retries");
            default -> List.of("first", "second", "third");
        };
    }

    private static Outcome outcome(String test, int round) {
        return switch (test) {
            case "expires" -> round == 2 || round == 4 ? expiry(round) : new Outcome.Passed();
            case "writesXml" ->
                new Outcome.Errored(failure(
                        "java.lang.NullPointerException",
                        "Cannot invoke \"Schema.root()\" because \"schema\" is null",
                        "LegacyExport.java:88"));
            case "retries" ->
                round == 3
                        ? new Outcome.Hung("\"main\" waiting\n\tat java.base/java.lang.Object.wait(Native Method)")
                        : new Outcome.Passed();
            case "writesCsv" -> new Outcome.Skipped("no CSV on this machine");
            case "escapes" ->
                round == 5
                        ? new Outcome.Failed(failure(
                                "org.opentest4j.AssertionFailedError",
                                "expected <b> & got <script>alert(1)</script>",
                                "PageTest.java:12"))
                        : new Outcome.Passed();
            default -> new Outcome.Passed();
        };
    }

    private static Outcome expiry(int round) {
        return new Outcome.Failed(failure(
                "org.opentest4j.AssertionFailedError",
                "expected: <EXPIRED> but was: <ACTIVE> for cart "
                        + (round == 2 ? "7f31 after 1000 ms" : "02bd after 1004 ms"),
                round == 2 ? "Cart.java:118" : "Cart.java:131"));
    }

    private static Failure failure(String type, String message, String line) {
        return new Failure(
                type,
                message,
                type + ": " + message
                        + "\n\tat org.junit.jupiter.api.AssertionFailureBuilder.build(AssertionFailureBuilder.java:158)"
                        + "\n\tat app//org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:1156)"
                        + "\n\tat com.example.shop." + line.replaceFirst("\\..*", "") + ".run(" + line
                        + ")\n\tat com.example.shop.CartTest.expires(CartTest.java:47)"
                        + "\n\tat java.base/java.lang.reflect.Method.invoke(Method.java:569)"
                        + "\n\tat org.junit.platform.commons.util.ReflectionUtils.invokeMethod(ReflectionUtils.java:787)"
                        + "\n\tat java.base/java.util.ArrayList.forEach(ArrayList.java:1511)");
    }

    private static long at(int round, long millis) {
        return START + round * 10_000L + millis;
    }
}
