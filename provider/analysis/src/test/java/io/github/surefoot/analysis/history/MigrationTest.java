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
                .startsWith(
                        "5650f540c0d95726c644d1544c8c4f9184c12220b77b2fd2205cf6f4f35c5542",
                        "8e284edd6fa2de4cfb0baca9cca62acfbc8af0bcf02a8f9f3f99d0a797f0e5e0",
                        "9457410e14a5a85351fd5b38a4cb8f90f8fb6999cbfa95f6e84c857e025f1d0d");
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
