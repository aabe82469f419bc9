package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a choice of the memory of JVMs, wherever it stands. */
class MemoryChoiceTest {
    private static MemoryChoice said(String argument) {
        return new MemoryChoice(List.of("-ea", argument), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseParallelGC", "-Xint '-XX:+UseZGC'", "-XX:-UseG1GC"})
    void aCollectorIsChosenByArgumentsOrByAVariable(String argument) {
        assertThat(said(argument).ofCollector()).isTrue();
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            assertThat(new MemoryChoice(List.of(), Map.of(variable, argument)).ofCollector())
                    .as(variable)
                    .isTrue();
        }
        assertThat(new MemoryChoice(List.of(), Map.of("OPTIONS", argument)).ofCollector())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx1g",
                "-Xms64m",
                "-ea \"-Xmn9m\"",
                "-XX:InitialHeapSize=9m",
                "-XX:MaxRAMPercentage=50",
                "-XX:NewRatio=3",
                "-XX:MaxNewSize=9m"
            })
    void aSizeOfTheHeapIsChosen(String argument) {
        assertThat(said(argument).ofHeap()).isTrue();
        assertThat(said(argument).ofCollector()).isFalse();
        assertThat(new MemoryChoice(List.of(), Map.of("JAVA_TOOL_OPTIONS", argument)).ofHeap())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-Xss2m",
                "-Dgc=-XX:+UseSerialGC",
                "-XX:+UseGCOverheadLimit",
                "-Dx=-Xmx1g",
                "-XX:+UseStringDeduplication"
            })
    void nothingElseIsAChoice(String argument) {
        assertThat(said(argument).ofCollector()).isFalse();
        assertThat(said(argument).ofHeap()).isFalse();
    }

    @Test
    void whereNothingIsSaidNothingIsChosen() {
        assertThat(new MemoryChoice(List.of(), Map.of()).ofCollector()).isFalse();
    }
}
