package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.surefoot.analysis.history.HistoryLocation.None;
import io.github.surefoot.analysis.history.HistoryLocation.PostgresUrl;
import io.github.surefoot.analysis.history.HistoryLocation.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryLocationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("build");

    @Test
    void aPathIsResolvedAgainstTheRootOfTheBuild() {
        assertThat(HistoryLocation.parse(" .surefoot/history.db ", ROOT))
                .isEqualTo(new SqliteFile(ROOT.resolve(".surefoot").resolve("history.db")));
    }

    @Test
    void noneAndPostgresAreWhatTheySay() {
        assertThat(HistoryLocation.parse("none", ROOT)).isEqualTo(new None());
        assertThat(HistoryLocation.parse("jdbc:postgresql://db/history", ROOT))
                .isEqualTo(new PostgresUrl("jdbc:postgresql://db/history"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "jdbc:mysql://db/history", "jdbc:sqlite:history.db", "a\0b"})
    void anythingElseIsRefusedByTheNameOfTheSetting(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryLocation.parse(value, ROOT))
                .withMessageStartingWith("surefoot.history=")
                .withMessageContaining(".surefoot/history.db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/history?user=ci&password=geheim99&ssl=true",
                "jdbc:postgresql://ci:geheim99@db/history",
                "jdbc:mysql://db/history?password=geheim99"
            })
    void aPasswordIsNeverShown(String url) {
        assertThat(new PostgresUrl(url).describe()).doesNotContain("geheim99").contains("***");
        assertThat(new PostgresUrl(url).toString()).doesNotContain("geheim99");
        if (!url.contains("postgresql")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HistoryLocation.parse(url, ROOT))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim99"));
        }
    }
}
