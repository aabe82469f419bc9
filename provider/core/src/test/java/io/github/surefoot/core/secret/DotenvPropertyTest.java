package io.github.surefoot.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What others read from a dotenv file is what we read: a file may serve both. */
class DotenvPropertyTest {

    @Property(tries = 200)
    void aFileMeansWhatItMeansToOthers(@ForAll("files") List<String> lines) throws Exception {
        Path file = Files.createTempFile("surefoot", ".env");
        try {
            Files.write(file, lines);
            assertThat(DotenvFile.read(file)).isEqualTo(asOthersDo(file));
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, String> asOthersDo(Path file) throws IOException {
        return Dotenv.configure()
                .directory(String.valueOf(file.getParent()))
                .filename(String.valueOf(file.getFileName()))
                .load()
                .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                .stream()
                .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (first, last) -> last));
    }

    @Provide
    Arbitrary<List<String>> files() {
        Arbitrary<String> name =
                Arbitraries.strings().withChars("ABCxyz_.-019").ofMinLength(1).ofMaxLength(6);
        Arbitrary<String> space = Arbitraries.of("", " ", "\t", "  ");
        Arbitrary<String> comment = Arbitraries.of("", "# a comment", "#a=b");
        Arbitrary<String> plain = text("abc=+/ !.:$\\");
        Arbitrary<String> value = Arbitraries.oneOf(
                plain.filter(text -> !text.isBlank()),
                text("abc=+/ !'#").filter(text -> !text.isBlank()).map(text -> '"' + text + '"'),
                text("abc=+/ !\"#").filter(text -> !text.isBlank()).map(text -> '\'' + text + '\''));
        Arbitrary<String> assignment = Combinators.combine(space, name, space, space, value, space, comment)
                .as((before, left, after, right, text, end, remark) ->
                        before + left + after + "=" + right + text + end + remark);
        return Arbitraries.oneOf(assignment, space, Arbitraries.just("# a=b"))
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<String> text(String characters) {
        return Arbitraries.strings().withChars(characters).ofMinLength(1).ofMaxLength(12);
    }
}
