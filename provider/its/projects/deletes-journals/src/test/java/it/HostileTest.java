package it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostileTest {
    @Test
    void deletesWorkerJournalsInRound2() throws Exception {
        if (Marker.count("hostile") != 2) {
            return;
        }
        try (Stream<Path> files = Files.walk(Path.of("target", "surefoot"))) {
            List<Path> journals = files.filter(file -> file.getFileName().toString().matches("r1w\\d+\\.journal"))
                    .toList();
            if (journals.isEmpty()) {
                throw new IOException("No journal of round 1 to delete");
            }
            for (Path journal : journals) {
                Files.delete(journal);
            }
        }
    }
}
