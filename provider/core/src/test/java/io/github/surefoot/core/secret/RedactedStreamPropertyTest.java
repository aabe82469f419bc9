package io.github.surefoot.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactedStreamPropertyTest {
    private static final List<Secret> SECRETS = List.of(
            new Secret("A", SecretSource.ENVIRONMENT, "abababac"),
            new Secret("B", SecretSource.ENVIRONMENT, "babacabab\nab"),
            Values.JWT);

    private final Redactor redactor = Redactor.of(SECRETS);

    @Provide
    Arbitrary<List<String>> pieces() {
        Arbitrary<String> near = Arbitraries.strings().withChars("abc\n0").ofMaxLength(12);
        Arbitrary<String> whole = Arbitraries.of(SECRETS).map(Secret::value);
        Arbitrary<String> encoded = Arbitraries.of(SECRETS).map(secret -> Base64.getEncoder()
                .encodeToString(("x" + secret.value()).getBytes(StandardCharsets.UTF_8)));
        Arbitrary<String> half = Arbitraries.of(SECRETS).flatMap(secret -> Arbitraries.integers()
                .between(0, secret.value().length())
                .flatMap(cut -> Arbitraries.of(
                        secret.value().substring(0, cut), secret.value().substring(cut))));
        return Arbitraries.oneOf(near, whole, half, encoded).list().ofMaxSize(12);
    }

    @Property(seed = "2026")
    void inPiecesItComesToTheSameAsInOne(@ForAll("pieces") List<String> pieces) {
        RedactedStream stream = redactor.stream();
        String streamed = pieces.stream().map(stream::next).collect(Collectors.joining()) + stream.flush();
        assertThat(streamed).isEqualTo(redactor.redact(String.join("", pieces)));
    }

    @Property(seed = "2026")
    void nothingOfASecretIsLeft(@ForAll("pieces") List<String> pieces) {
        String redacted = redactor.redact(String.join("", pieces));
        SECRETS.forEach(secret -> assertThat(redacted).doesNotContain(secret.value()));
    }

    @Example
    void eachCharacterMayComeAlone() {
        RedactedStream stream = redactor.stream();
        StringBuilder shown = new StringBuilder();
        ("key=" + Values.JWT.value() + ".").chars().forEach(c -> shown.append(stream.next(String.valueOf((char) c))));
        assertThat(shown.append(stream.flush())).hasToString("key=***JWT_SECRET_KEY***.");
    }

    @Example
    void ordinaryTextIsNotHeldBack() {
        RedactedStream stream = redactor.stream();
        assertThat(stream.next("a line of ordinary text\n")).isEqualTo("a line of ordinary text\n");
        assertThat(stream.next("0123")).isEmpty();
        assertThat(stream.last("x")).isEqualTo("0123x");
        assertThat(stream.flush()).isEmpty();
    }
}
