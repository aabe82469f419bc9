package io.github.surefoot.its;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Three secret values that are new in each test, so that one found anywhere on this machine is of this test, and the
 * forms in which they may turn up. Those are written down apart from the code under test.
 */
final class CanaryValues {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Holds what must be escaped in XML, JSON and URLs. */
    private final String environment = "env/+canary&<1> \"x\"" + random(8);

    private final String dotenv = "dotenv-canary-" + random(20);
    private final String settings = "settings.canary-" + random(20);
    private final List<String> forms = Stream.of(environment, dotenv, settings)
            .flatMap(CanaryValues::forms)
            .toList();
    private final BytePatterns inFiles = new BytePatterns(forms.stream()
            .flatMap(form -> Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                    .map(form::getBytes))
            .toList());

    List<String> forms() {
        return forms;
    }

    String environment() {
        return environment;
    }

    String dotenv() {
        return dotenv;
    }

    String settings() {
        return settings;
    }

    /** Returns random text that stands for a password. */
    static String random(int bytes) {
        byte[] some = new byte[bytes];
        RANDOM.nextBytes(some);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(some);
    }

    /** Returns the digest by which the tests of the project check what they hold. */
    String sha256() {
        try {
            byte[] bytes = String.join(" and ", environment, dotenv, settings).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    boolean shownIn(byte[] file) {
        return inFiles.anyIn(file);
    }

    boolean shownIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    private static Stream<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String xml = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String hex = HexFormat.of().formatHex(bytes);
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        Stream<String> texts = Stream.of(
                value,
                value.replace("\"", "\\\""),
                value.replace("/", "\\/").replace("\"", "\\\""),
                value.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"),
                xml,
                xml.replace("\"", "&quot;"),
                url,
                url.replace("+", "%20"),
                hex,
                hex.toUpperCase(Locale.ROOT),
                Arrays.toString(bytes),
                String.join("\0", value.split("")),
                String.join("&#0;", value.split("")));
        return Stream.concat(texts, base64(bytes));
    }

    /** The three places at which the value can begin in something longer that is encoded whole, less what is shared. */
    private static Stream<String> base64(byte[] bytes) {
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> Stream.of(0, 1, 2).map(before -> {
                    byte[] longer = new byte[before + bytes.length];
                    System.arraycopy(bytes, 0, longer, before, bytes.length);
                    String text = encoder.encodeToString(longer);
                    return text.substring(before == 0 ? 0 : 4, text.length() - 4);
                }));
    }
}
