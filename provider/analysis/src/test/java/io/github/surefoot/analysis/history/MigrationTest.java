package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationTest {
    @Test
    void versionsCountFromOneWithoutGaps() {
        assertThat(Migration.all()).isNotEmpty();
        for (int i = 0; i < Migration.all().size(); i++) {
            assertThat(Migration.all().get(i).version()).isEqualTo(i + 1);
        }
    }

    @Test
    void whatWasReleasedIsNeverChanged() {
        assertThat(Migration.all())
                .extracting(Migration::checksum)
                .startsWith("3f1a7abce10868d3781295c75a04b5f77e36fdcd0b31bd16f21f6a90b53c30d1");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyStatementIsFound(Dialect dialect) {
        assertThat(Migration.all().get(0).statements(dialect)).hasSize(6).allSatisfy(statement -> assertThat(statement)
                .startsWith("create ")
                .doesNotContain(";")
                .doesNotContain("${"));
    }
}
