package io.github.surefoot.core.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @Test
    void readsWhatItWrites() {
        assertThat(Shard.parse("2/5")).contains(new Shard(2, 5));
        assertThat(Shard.parse(" 9999/9999 ")).contains(new Shard(9999, 9999));
        assertThat(new Shard(2, 5).text()).isEqualTo("2/5");
        assertThat(new Shard(2, 5)).hasToString("shard 2 of 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/5", "6/5", "-1/5", "1/0", "2/5/7", "two/5", "1/10000", "1.0/2", "2 / 5"})
    void refusesWhatIsNone(String text) {
        assertThat(Shard.parse(text)).isEmpty();
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatThrownBy(() -> new Shard(6, 5)).hasMessage("There is no shard 6 of 5");
    }

    @Test
    void sharesRoundsEvenlyAndInOrder() {
        for (int rounds = 0; rounds <= 70; rounds++) {
            for (int total = 1; total <= 12; total++) {
                int next = 0;
                for (int index = 1; index <= total; index++) {
                    ShardRounds own = ShardRounds.of(new Shard(index, total), rounds);
                    assertThat(own.before()).isEqualTo(next);
                    assertThat(own.rounds()).isBetween(rounds / total, (rounds + total - 1) / total);
                    next += own.rounds();
                }
                assertThat(next).isEqualTo(rounds);
            }
        }
    }
}
