package io.github.surefoot.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    static final List<Secret> SECRETS = List.of(Values.API_KEY, Values.JWT, Values.MADE);

    private final Redactor redactor = Redactor.of(SECRETS);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void masks(Secret secret, String text) {
        assertThat(redactor.redact("<" + text + ">")).isEqualTo("<***" + secret.name() + "***>");
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void masksTheValueAndItsEncodings(Secret secret) {
        String value = secret.value();
        byte[] bytes = bytes(value);
        masks(secret, value);
        masks(secret, Base64.getEncoder().encodeToString(bytes));
        masks(secret, Base64.getEncoder().withoutPadding().encodeToString(bytes));
        masks(secret, Base64.getUrlEncoder().encodeToString(bytes));
        masks(secret, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        masks(secret, URLEncoder.encode(value, StandardCharsets.UTF_8));
        masks(secret, URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        masks(secret, URLEncoder.encode(Base64.getEncoder().encodeToString(bytes), StandardCharsets.UTF_8));
        masks(secret, HexFormat.of().formatHex(bytes));
        masks(secret, HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
        masks(secret, value.replace("\"", "\\\"").replace("/", "\\/"));
        masks(secret, value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** As arrays, lists and streams of its parts are printed, by Java and in JSON. */
    @ParameterizedTest
    @FieldSource("SECRETS")
    void masksTheValueInItsParts(Secret secret) {
        String value = secret.value();
        byte[] bytes = bytes(value);
        List<Character> characters = value.chars().mapToObj(c -> (char) c).toList();
        IntStream unsigned = IntStream.range(0, bytes.length).map(i -> Byte.toUnsignedInt(bytes[i]));
        for (String list : List.of(
                Arrays.toString(bytes),
                Arrays.toString(value.toCharArray()),
                characters.toString(),
                Arrays.asList(value.split("")).toString(),
                Arrays.toString(value.chars().toArray()),
                value.codePoints().boxed().toList().toString(),
                unsigned.boxed().toList().toString())) {
            assertThat(redactor.redact(list)).isEqualTo("[***" + secret.name() + "***]");
            assertThat(redactor.redact(list.replace(", ", ","))).isEqualTo("[***" + secret.name() + "***]");
        }
        masks(secret, HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes));
        masks(secret, HexFormat.ofDelimiter(" ").formatHex(bytes));
    }

    @Test
    void masksTheCharactersOfAValueAsJsonHasThem() {
        Secret secret = new Secret("ODD", SecretSource.ENVIRONMENT, "a\"b\\c, ü😀");
        String pretty = "[\"a\", \"\\\"\", \"b\", \"\\\\\", \"c\", \",\", \" \", \"ü\", \"😀\"]";
        Redactor odd = Redactor.of(List.of(secret));
        assertThat(odd.redact(pretty)).isEqualTo("[***ODD***]");
        assertThat(odd.redact(pretty.replace("\", \"", "\",\""))).isEqualTo("[***ODD***]");
        assertThat(odd.redact(Arrays.toString(secret.value().toCharArray()))).isEqualTo("[***ODD***]");
    }

    @Test
    void masksWhatIsEscapedForHtmlForPropertiesOrForAscii() {
        Secret secret = new Secret("ODD", SecretSource.ENVIRONMENT, "a&b<c>d=e'f\"g:ü😀");
        Redactor odd = Redactor.of(List.of(secret));
        for (String text : List.of(
                "a\\u0026b\\u003cc\\u003ed\\u003de\\u0027f\\\"g:ü😀",
                "a\\u0026b\\u003Cc\\u003Ed=e'f\\\"g:ü😀",
                "a&b<c>d=e'f\\\"g:\\u00fc\\ud83d\\ude00",
                "a&b<c>d=e'f\\\"g:\\u00FC\\uD83D\\uDE00",
                "a&b<c>d\\=e'f\"g\\:ü😀",
                "a&amp;b&lt;c&gt;d=e&#39;f&#34;g:ü😀")) {
            assertThat(odd.redact("<" + text + ">")).isEqualTo("<***ODD***>");
        }
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void masksUtf16ThatIsReadAsSomethingElse(Secret secret) {
        for (Charset utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String read = new String(secret.value().getBytes(utf16), StandardCharsets.ISO_8859_1);
            assertThat(redactor.redact(read).replace("\0", "")).isEqualTo("***" + secret.name() + "***");
        }
    }

    @Test
    void masksPercentEncodingInLowerCase() {
        String encoded = URLEncoder.encode(Values.API_KEY.value(), StandardCharsets.UTF_8);
        masks(
                Values.API_KEY,
                encoded.replace("%2F", "%2f")
                        .replace("%2B", "%2b")
                        .replace("%3C", "%3c")
                        .replace("%3E", "%3e")
                        .replace("%7E", "%7e")
                        .replace("%3F", "%3f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:", "{\"password\":\"", "longer text before it: "})
    void masksItWithinBase64OfSomethingLonger(String before) {
        for (Secret secret : SECRETS) {
            for (String after : List.of("", ".", "; more", "\"}")) {
                String text = before + secret.value() + after;
                String encoded = Base64.getEncoder().encodeToString(bytes(text));
                String redacted = redactor.redact("Basic " + encoded);
                assertThat(redacted).contains("***" + secret.name() + "***").doesNotContain(encoded);
                // What is left of the encoding does not hold one whole byte of the value.
                assertThat(redacted.replace("***" + secret.name() + "***", "").length())
                        .isLessThanOrEqualTo("Basic ".length() + (before.length() + after.length()) * 4 / 3 + 4);
            }
        }
    }

    @Test
    void masksItWithinStackTraces() {
        String trace =
                "java.lang.AssertionError: expected <" + Values.JWT.value() + "> but was <x>\n\tat a.B.c(B.java:1)\n"
                        + "Caused by: java.io.IOException: https://host/?key=" + Values.JWT.value() + "&x=1";
        assertThat(redactor.redact(trace))
                .isEqualTo(
                        "java.lang.AssertionError: expected <***JWT_SECRET_KEY***> but was <x>\n\tat a.B.c(B.java:1)\n"
                                + "Caused by: java.io.IOException: https://host/?key=***JWT_SECRET_KEY***&x=1");
    }

    @Test
    void masksEachLineOfAValueOfSeveralLines() {
        String pem =
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG\r\n9w0BAQEFAASCBKcwggSj\nAgEA\n-----END PRIVATE KEY-----\n";
        Redactor pems = Redactor.of(List.of(new Secret("PEM", SecretSource.ENVIRONMENT, pem)));
        assertThat(pems.redact("first MIIEvQIBADANBgkqhkiG, then 9w0BAQEFAASCBKcwggSj."))
                .isEqualTo("first ***PEM***, then ***PEM***.");
        assertThat(pems.redact("-----BEGIN PRIVATE KEY-----")).isEqualTo("-----BEGIN PRIVATE KEY-----");
        assertThat(pems.redact(pem)).isEqualTo("***PEM***");
    }

    @Test
    void masksTheLinesOfWrappedBase64() {
        Secret secret = new Secret("LONG", SecretSource.ENVIRONMENT, "0123456789".repeat(20));
        String wrapped = Base64.getMimeEncoder().encodeToString(bytes(secret.value()));
        assertThat(wrapped.lines().count()).isGreaterThan(2);
        assertThat(Redactor.of(List.of(secret)).redact(wrapped).lines()).allMatch("***LONG***"::equals);
    }

    @Test
    void aMaskDoesNotTellTheLength() {
        assertThat(redactor.redact(Values.API_KEY.value())).isEqualTo("***API_KEY***");
        Secret other = new Secret("API_KEY", SecretSource.DOTENV, "another value, much longer than the first one");
        assertThat(Redactor.of(List.of(other)).redact(other.value())).isEqualTo("***API_KEY***");
    }

    @Test
    void aSecretWithinAnotherIsMaskedWithIt() {
        Secret inner = new Secret("INNER", SecretSource.ENVIRONMENT, "abcdefgh");
        Secret outer = new Secret("OUTER", SecretSource.ENVIRONMENT, "12abcdefgh34");
        Redactor both = Redactor.of(List.of(inner, outer));
        assertThat(both.redact("x12abcdefgh34x abcdefgh 12abcdefgh3"))
                .isEqualTo("x***OUTER***x ***INNER*** 12***INNER***3");
    }

    @Test
    void overlappingSecretsLeaveNoRest() {
        Secret left = new Secret("LEFT", SecretSource.ENVIRONMENT, "aaaabbbbcccc");
        Secret right = new Secret("RIGHT", SecretSource.ENVIRONMENT, "bbccccdddd");
        assertThat(Redactor.of(List.of(left, right)).redact("-aaaabbbbccccdddd-"))
                .isEqualTo("-***LEFT***-");
    }

    @Test
    void ofTwoNamesForOneValueTheFirstIsShown() {
        Secret first = new Secret("FIRST", SecretSource.ENVIRONMENT, "one value for two");
        Secret second = new Secret("SECOND", SecretSource.ENVIRONMENT, "one value for two");
        assertThat(Redactor.of(List.of(first, second)).redact("one value for two"))
                .isEqualTo("***FIRST***");
    }

    @Test
    void textWithoutASecretIsLeftAsItIs() {
        String text = "nothing to see 012345 canary " + Values.JWT.value().substring(1);
        assertThat(redactor.redact(text)).isSameAs(text);
        assertThat(redactor.finds(text)).isFalse();
        assertThat(redactor.finds("0" + text.substring(text.length() - 31))).isTrue();
    }

    @Test
    void withoutSecretsNothingIsMasked() {
        assertThat(Redactor.of(List.of())).isSameAs(Redactor.none());
        assertThat(Redactor.none().redact("anything")).isEqualTo("anything");
        assertThat(Redactor.none().isEmpty()).isTrue();
        assertThat(Redactor.none().stream().next("piece")).isEqualTo("piece");
    }
}
