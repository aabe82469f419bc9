package io.github.surefoot.analysis.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOwnersTest {
    private static final CodeOwners OWNERS = CodeOwners.parse("""
            # comment
            *                @global
            *.js             @js-owner   # inline
            /build/logs/     @doctocat
            docs/*           docs@example.com
            apps/            @octocat @team/apps
            /src/test/**/cart/  @cart
            /src/test/java/shop/cart/old/
            [Section]
            with\\ space.txt  @space
            """);

    @ParameterizedTest
    @CsvSource({
        "README.md, @global",
        "web/a/b.js, @js-owner",
        "build/logs/today/x, @doctocat",
        "other/build/logs/x, @global",
        "docs/start.md, docs@example.com",
        "docs/deep/start.md, @global",
        "x/apps/y/z, @octocat @team/apps",
        "src/test/java/shop/cart/CartTest.java, @cart",
        "src/test/cart/CartTest.java, @cart",
        "with space.txt, @space"
    })
    void theLastPatternThatMatchesCounts(String path, String owner) {
        assertThat(OWNERS.of(path)).contains(owner);
    }

    @Test
    void aPatternWithoutOwnersTakesThemAway() {
        assertThat(OWNERS.of("src/test/java/shop/cart/old/OldTest.java")).isEmpty();
        assertThat(CodeOwners.parse("").of("README.md")).isEmpty();
    }

    @Test
    void theFileIsWhereServersLook(@TempDir Path repository) throws IOException {
        assertThat(CodeOwners.of(repository).of("a")).isEmpty();
        Files.createDirectories(repository.resolve(".github"));
        Files.writeString(repository.resolve(".github/CODEOWNERS"), "* @hub\n");
        Files.writeString(repository.resolve("CODEOWNERS"), "* @root\n");
        assertThat(CodeOwners.of(repository).of("a")).contains("@hub");
    }
}
