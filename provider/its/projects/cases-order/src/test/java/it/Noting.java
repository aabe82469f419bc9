package it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

abstract class Noting {
    @BeforeEach
    void note(TestInfo info) throws Exception {
        String line = getClass().getName() + "." + info.getTestMethod().orElseThrow().getName() + "\n";
        Files.writeString(
                Path.of("target", "noted.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void a() {}

    @Test
    void b() {}

    @Test
    void c() {}

    @Test
    void d() {}

    @Test
    void e() {}

    @Test
    void f() {}

    @Test
    void g() {}
}
