package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsLineUp() {
        Table table = new Table("way", "s");
        table.row("loop", "10.0");
        table.row("a", "");

        assertThat(table.lines())
                .containsExactly("| way  | s    |", "|------|------|", "| loop | 10.0 |", "| a    |      |");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("way", "s").row("loop"));
    }
}
