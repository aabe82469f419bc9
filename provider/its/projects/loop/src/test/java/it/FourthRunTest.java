package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Counts its runs in a file, since nothing of it outlives a run. */
@WorkerDatabase
class FourthRunTest {
    private static int runsOfThisClass;

    @Test
    void failsInItsFourthRun(DataSource database) throws Exception {
        Path file = Path.of("target/runs.txt");
        Files.writeString(file, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        long run = Files.size(file);
        assertEquals(1, ++runsOfThisClass, "static state of the run before");
        System.out.println("this is run " + run + " with " + Secrets.get("API_KEY"));
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("INSERT INTO visit VALUES ('written in run " + run + "')");
        }
        if (run == 4) {
            waits();
        }
        assertNotEquals(4, run, "not in the fourth, with " + Secrets.get("API_KEY"));
    }

    /** Is to be seen among the threads. */
    private static void waits() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    begun.countDown();
                    stands();
                },
                "stands-in-the-way");
        thread.setDaemon(true);
        thread.start();
        begun.await();
    }

    private static void stands() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isAnotherTestOfItsClass() {
        throw new IllegalStateException("nobody asked for this one");
    }
}
