package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrationTestsTest {
    @ParameterizedTest
    @CsvSource({
        "shop/CartIT.class, true",
        "shop/ITCart.class, true",
        "shop/CartITCase.class, true",
        "shop/CartTest.class, false",
        "shop/CartIT$Inner.class, false",
        "shop/CartIT.txt, false",
        "shop/Unit.class, false"
    })
    void areFoundByFailsafesNames(String file, boolean found, @TempDir Path classes) throws IOException {
        Path one = classes.resolve(file);
        Files.createDirectories(one.getParent());
        Files.createFile(one);
        assertThat(IntegrationTests.areIn(classes)).isEqualTo(found);
        assertThat(IntegrationTests.areIn(classes.resolve("missing"))).isFalse();
    }
}
