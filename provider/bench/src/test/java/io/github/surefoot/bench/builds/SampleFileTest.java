package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
    @TempDir
    Path directory;

    @Test
    void hasALineForEveryMeasurementAtOnce() throws IOException {
        Path file = directory.resolve("made/samples.csv");
        Suite suite = new GeneratedSuite("generated", 1, 1, 1);
        Contender contender = new Contender("fresh x 5", suite, directory, Way.FRESH, 5);
        Outcomes outcomes = Outcomes.of(Map.of("a.T#one", "passed", "a.T#two", "failure"));
        SampleFile samples = SampleFile.create(file);

        samples.add(
                contender,
                1,
                new Sample(
                        Duration.ofMillis(1500),
                        Optional.of(Duration.ofMillis(2750)),
                        Duration.ofMillis(20),
                        OptionalLong.of(7),
                        outcomes));
        samples.add(
                contender,
                2,
                new Sample(
                        Duration.ofMillis(2500),
                        Optional.empty(),
                        Duration.ofMillis(30),
                        OptionalLong.empty(),
                        outcomes));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "suite,contender,turn,rounds,seconds,cpu_seconds,test_seconds,worker_kib,tests,not_passed",
                        "generated,\"fresh x 5\",1,5,1.500,2.750,0.020,7,2,1",
                        "generated,\"fresh x 5\",2,5,2.500,,0.030,,2,1");
    }
}
