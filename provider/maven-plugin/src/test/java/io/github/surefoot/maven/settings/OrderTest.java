package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.order.OrderKind;
import java.util.Optional;
import java.util.OptionalLong;
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

    @Test
    void pairsBeginWithTheFirstRowOrThatWhichIsGiven() {
        assertThat(Order.parse(Optional.of("pairs"), Optional.empty(), new Random(1)))
                .isEqualTo(new Order(OrderKind.PAIRS, OptionalLong.of(1)));
        assertThat(Order.parse(Optional.of("pairs"), Optional.of("14"), new Random(1))
                        .seed())
                .hasValue(14);
        assertThatThrownBy(() -> Order.parse(Optional.of("pairs"), Optional.of("0"), new Random(1)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.seed is '0'")
                .hasMessageContaining("from 1");
    }

    @Test
    void aJournalTellsWhichOrderItWas() {
        for (OrderKind kind : OrderKind.values()) {
            OptionalLong seed = kind.isNumbered() ? OptionalLong.of(3) : OptionalLong.empty();
            assertThat(Order.of(kind.word(), seed)).isEqualTo(new Order(kind, seed));
        }
        assertThat(Order.of("", OptionalLong.of(3)).kind())
                .as("of an old journal")
                .isEqualTo(OrderKind.RANDOM);
        assertThat(Order.parse(Optional.of("reversed"), Optional.of("7"), new Random(1)))
                .isEqualTo(new Order(OrderKind.REVERSED, OptionalLong.empty()));
    }
}
