package io.github.surefoot.maven.replay;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.PRICE;
import static io.github.surefoot.maven.Journals.classStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.maven.Journals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPartTest {
    @TempDir
    private Path journals;

    private Schedule schedule(Map<String, String> about) throws IOException {
        return Schedule.of(JournalReader.read(
                        Journals.write(journals, "r1w1", about, classStarted(1, PRICE), classStarted(1, CART))))
                .orElseThrow();
    }

    @Test
    void methodsAreLeftToSurefiresFilter() throws IOException {
        Schedule whole = schedule(Map.of("seed", "42", "filter.test", "*Test", "filter.groups", "quick"));
        ReplayPart part = ReplayPart.parse("PriceTest,CartTest#expires, CartTest$Empty#is", whole);
        Schedule schedule = part.of(whole);
        assertThat(schedule.filters())
                .containsEntry("groups", "quick")
                .containsEntry("test", PRICE + "," + PRICE + "$*," + CART + "#expires," + CART + "$Empty#is");
        assertThat(schedule.seed()).isEqualTo(whole.seed());
        assertThat(schedule.classes()).isEqualTo(2);
        assertThat(part.has(new TestId(CART, "expires"))).isTrue();
        assertThat(part.has(new TestId(CART, "expires(int)[1]"))).isTrue();
        assertThat(part.has(new TestId(CART, "expiresNever"))).isFalse();
        assertThat(part.has(new TestId(CART, ""))).as("the class as a whole").isTrue();
        assertThat(part.has(new TestId(CART + "$Empty", "is"))).isTrue();
        assertThat(part.has(new TestId(PRICE, "any"))).isTrue();
        assertThat(part.has(new TestId("shop.OtherTest", "any"))).isFalse();
    }

    @Test
    void wholeClassesLeaveTheFiltersAlone() throws IOException {
        Schedule whole = schedule(Map.of("filter.test", "CartTest#a+b,PriceTest"));
        assertThat(ReplayPart.parse("CartTest", whole).of(whole).filters()).isEqualTo(whole.filters());
        assertThatThrownBy(() -> ReplayPart.parse("CartTest#a", whole).of(whole))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.replay.only", "CartTest#a+b,PriceTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OtherTest", "CartTest#", "#expires", "CartTest,", "artTest"})
    void whatIsNoPartOfItIsRefusedByName(String text) throws IOException {
        Schedule whole = schedule(Map.of());
        assertThatThrownBy(() -> ReplayPart.parse(text, whole))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("surefoot.replay.only")
                .hasMessageContaining("It ran " + CART + ", " + PRICE);
    }
}
