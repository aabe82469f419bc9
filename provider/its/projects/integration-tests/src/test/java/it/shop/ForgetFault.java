package it.shop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Removes what the workers of the round before have written down. Run where it is asked for by its name. */
class ForgetFault {
    @Test
    void deletesJournals() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("target", "surefoot", "failsafe", "journals"))) {
            List<Path> journals = files.filter(file -> file.getFileName().toString().matches("r1w\\d+\\.journal"))
                    .toList();
            if (Files.exists(Path.of("target", "again"))) {
                for (Path journal : journals) {
                    Files.delete(journal);
                }
            } else {
                Files.createFile(Path.of("target", "again"));
            }
        }
    }
}
