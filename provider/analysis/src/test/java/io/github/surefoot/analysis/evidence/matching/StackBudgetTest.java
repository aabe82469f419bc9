package io.github.surefoot.analysis.evidence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Failure;
import org.junit.jupiter.api.Test;

class StackBudgetTest {
    @Test
    void cutsOnlyWhenThereIsNoRoomLeft() {
        StackBudget budget = new StackBudget();
        String huge = "x".repeat(40 << 20);

        assertThat(budget.fit(new Failure("E", "m", huge)).stackTrace()).hasSize(huge.length());
        assertThat(budget.fit(new Failure("E", "m", huge)).stackTrace()).hasSize(huge.length());
        assertThat(budget.fit(new Failure("E", "m".repeat(200), huge)))
                .isEqualTo(new Failure("E", "m".repeat(100) + "…", "x".repeat(1_000) + "…"));
        assertThat(budget.fit(new Failure("E", "m", "s"))).isEqualTo(new Failure("E", "m", "s"));
        assertThat(budget.fitHead(new Failure("E", "m", "s"))).isEqualTo(new Failure("E", "m", ""));
    }

    @Test
    void messagesTakeRoomAsStackTracesDoAndTheLastCharacterOfItIsUsed() {
        StackBudget budget = new StackBudget();
        String huge = "x".repeat(40 << 20);
        String rest = "x".repeat((16 << 20) - 1);
        String long100 = "m".repeat(100);

        budget.fit(new Failure("E", huge, huge));
        assertThat(budget.fit(new Failure("E", "m", rest)).stackTrace()).hasSize(rest.length());
        assertThat(budget.fit(new Failure("E", long100 + "m", "s"))).isEqualTo(new Failure("E", long100 + "…", "s"));
        assertThat(budget.fit(new Failure("E", long100, "s".repeat(1_000))))
                .isEqualTo(new Failure("E", long100, "s".repeat(1_000)));
    }
}
