package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    @ParameterizedTest
    @ValueSource(strings = {"configured", "random"})
    void aSeedThatIsNoNumberIsRefusedInEveryOrder(String order) {
        assertThatThrownBy(() -> Order.parse(Optional.of(order), Optional.of("lucky"), new Random(1)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.seed is 'lucky'");
    }

    @Test
    void anOrderThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Order.parse(Optional.of("sideways"), Optional.empty(), new Random(1)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.order is 'sideways'");
    }

    @Test
    void aRandomOrderTakesTheSeedGivenOrOneOfItsOwn() {
        assertThat(Order.parse(Optional.of("random"), Optional.of("42"), new Random(1))
                        .seed())
                .hasValue(42);
        assertThat(Order.parse(Optional.of("random"), Optional.empty(), new Random(1))
                        .seed())
                .isPresent();
    }

    @Test
    void theConfiguredOrderHasNoSeed() {
        assertThat(Order.parse(Optional.empty(), Optional.of("42"), new Random(1))
                        .seed())
                .isEmpty();
    }
}
