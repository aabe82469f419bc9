package io.github.surefoot.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerKindTest {
    @ParameterizedTest
    @EnumSource
    void itIsReadByItsWord(WorkerKind kind) {
        assertThat(WorkerKind.parse(kind.word())).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FRESH", "true", "cold", "warm "})
    void anotherWordIsNone(String word) {
        assertThat(WorkerKind.parse(word)).isEmpty();
    }

    @Test
    void theWordsAreThoseThatUsersWrite() {
        assertThat(WorkerKind.values()).extracting(WorkerKind::word).containsExactly("fresh", "renewed", "warm");
    }
}
