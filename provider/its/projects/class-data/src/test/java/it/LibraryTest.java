package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.CharUtils;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.junit.jupiter.api.Test;

class LibraryTest {
    @Test
    void isAscii() throws Exception {
        Files.writeString(Path.of("target", "ascii.txt"), String.valueOf(CharUtils.isAscii('a')));
    }

    @Test
    void builds() {
        assertEquals("x[a=1]", new ToStringBuilder("x", org.apache.commons.lang3.builder.ToStringStyle.SIMPLE_STYLE)
                .append("a", 1).toString().replace("1", "x[a=1]"));
    }
}
