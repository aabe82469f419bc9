package io.github.surefoot.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseNamesTest {
    private static java.util.List<String> read(Map<String, String> given) {
        return DatabaseNames.read(name -> Optional.ofNullable(given.get(name)));
    }

    @Test
    void the_first_has_no_name() {
        assertThat(read(Map.of())).containsExactly("");
        assertThat(read(Map.of("surefoot.databases", " "))).containsExactly("");
        assertThat(read(Map.of("surefoot.databases", " orders,\taudit2 "))).containsExactly("", "orders", "audit2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders,orders", "Orders", "orders,", "a.b", "my orders", "2nd", ","})
    void what_is_no_name_is_refused(String value) {
        assertThatThrownBy(() -> read(Map.of("surefoot.databases", value)))
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "surefoot.databases is '" + value + "', but must be different names between commas, of letters"
                                + " and digits that begin with a small letter, for example orders,audit.");
    }

    @Test
    void each_has_settings_of_its_own() {
        assertThat(DatabaseNames.key(Setting.DATABASE_URL, "")).isEqualTo("surefoot.database.url");
        assertThat(DatabaseNames.key(Setting.DATABASE_URL, "orders")).isEqualTo("surefoot.database.orders.url");
        assertThat(DatabaseNames.nameIn("surefoot.database.orders.url")).contains("orders");
        assertThat(DatabaseNames.nameIn("surefoot.database.orders.urls")).isEmpty();
        assertThat(DatabaseNames.nameIn("surefoot.database.url")).isEmpty();
        assertThat(DatabaseNames.nameIn("surefoot.databases")).isEmpty();
    }
}
