package it;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

class SettingsChecks {
    @Test
    void systemPropertiesAreThere() {
        assertEquals("yes", System.getProperty("from.file"));
        assertEquals("yes", System.getProperty("from.variables"));
        assertEquals("with a space", System.getProperty("from.argLine"));
    }

    @Test
    void theEnvironmentIsAsConfigured() {
        assertEquals("yes", System.getenv("FROM_CONFIGURATION"));
        assertNull(System.getenv("HOME"));
    }

    @Test
    void theClassPathHasMoreAndLess() {
        assertNotNull(getClass().getResource("/more.txt"));
        assertDoesNotThrow(() -> Class.forName("org.apache.commons.codec.binary.Hex"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.apache.commons.lang3.StringUtils"));
    }

    @Test
    void theWorkerHasADirectoryOfItsOwn() {
        Path build = Path.of(System.getProperty("build.directory"));
        Path working = Path.of("").toAbsolutePath();
        assertEquals(build, working.getParent());
        assertTrue(working.getFileName().toString().matches("working-\\d+"), working.toString());
    }

    @Test
    void configurationParametersOfJUnitAreThere(TestReporter reporter, TestInfo info) {
        assertEquals("configurationParametersOfJUnitAreThere (TestReporter, TestInfo)", info.getDisplayName());
    }

    @Test
    void names_with_underscores(TestInfo info) {
        assertEquals("names with underscores (TestInfo)", info.getDisplayName());
    }
}
