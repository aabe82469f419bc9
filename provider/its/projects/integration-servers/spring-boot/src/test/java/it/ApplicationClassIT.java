package it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spring Boot has repackaged the jar; its parent has Failsafe take the directory of the classes. */
class ApplicationClassIT {
    @Test
    void isFoundBesideTheJar() {
        assertThat(Application.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith("target/classes/");
    }
}
