package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryFlagsTest {
    @Test
    void whatShapesPointersAndHeapIsTaken() {
        assertThat(MemoryFlags.in(
                                "-ea -Xmx512m \"-XX:+UseParallelGC\" -XX:-UseCompressedOops -XX:MaxRAMPercentage=50.5")
                        .arguments())
                .containsExactly(
                        "-Xmx512m", "-XX:+UseParallelGC", "-XX:-UseCompressedOops", "-XX:MaxRAMPercentage=50.5");
    }

    @Test
    void nothingElseIsTaken() {
        assertThat(MemoryFlags.in(
                                "-Dpassword=-Xmx1g-secret -Da=x-XX:+UseZGC -XX:OnError=\"mail -Xmx\" -XX:+UseStringDeduplication")
                        .arguments())
                .containsExactly("-XX:+UseSerialGC");
    }

    @Test
    void aCollectorThatIsChosenStays() {
        assertThat(MemoryFlags.in("-XX:+UseZGC").arguments()).containsExactly("-XX:+UseZGC");
        assertThat(MemoryFlags.in("").arguments()).containsExactly("-XX:+UseSerialGC");
    }
}
