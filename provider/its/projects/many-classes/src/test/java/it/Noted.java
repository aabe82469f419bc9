package it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

abstract class Noted {
    @BeforeAll
    static void starts(TestInfo info) throws Exception {
        note("starts", info);
    }

    @AfterAll
    static void ends(TestInfo info) throws Exception {
        note("ends", info);
    }

    @Test
    void one() throws Exception {
        Thread.sleep(20);
    }

    @Test
    void two() {}

    @Test
    void three() {}

    private static void note(String what, TestInfo info) throws Exception {
        String line = what + " " + info.getTestClass().orElseThrow().getName() + " "
                + ProcessHandle.current().pid() + " " + System.nanoTime() + "\n";
        Files.writeString(
                Path.of("target", "noted.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
