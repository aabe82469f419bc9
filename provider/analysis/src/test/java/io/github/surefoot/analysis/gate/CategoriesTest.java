package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {
    @Test
    void sortsByTag() {
        Categories categories = Categories.defaults();

        assertThat(categories.of(List.of("slow", "security"))).isEqualTo("security");
        assertThat(categories.of(List.of("security", "integration"))).isEqualTo("integration");
        assertThat(categories.of(List.of())).isEqualTo("unit");
    }

    @Test
    void takesOtherNamesAndTags() {
        Categories categories = Categories.parse("fast, slow = integration|e2e");

        assertThat(categories.of(List.of("e2e"))).isEqualTo("slow");
        assertThat(categories.of(List.of("integration"))).isEqualTo("slow");
        assertThat(categories.of(List.of("slow"))).isEqualTo("other");
        assertThat(categories.of(List.of("fast"))).isEqualTo("fast");
        assertThat(categories.of(List.of("unit"))).isEqualTo("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,,b", "a,a", "a b", "=x", "="})
    void refusesWhatIsNoCategory(String setting) {
        assertThatThrownBy(() -> Categories.parse(setting)).hasMessageStartingWith("surefoot.categories=" + setting);
    }
}
