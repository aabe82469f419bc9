package io.github.surefoot.core.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts in which a secret value may turn up: itself and its usual encodings, whole or as part of a longer text. */
final class SecretSpellings {
    /** A line of a value of several lines counts as a secret from this length on; a shorter one may be ordinary text. */
    private static final int LEAST_LINE = 12;

    /** The lists as which arrays are printed are looked for up to this many characters or bytes. */
    private static final int GREATEST_LIST = 256;

    private static final Pattern HTML = Pattern.compile("[&<>]");
    private static final Pattern HTML_AND_EQUALS = Pattern.compile("[&<>=']");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final Pattern PROPERTIES = Pattern.compile("[:=#!\\\\]");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

    private final Set<String> found = new LinkedHashSet<>();

    private SecretSpellings() {}

    /** Returns the texts, none shorter than {@link Secret#LEAST_LENGTH}. */
    static Set<String> of(String value) {
        SecretSpellings spellings = new SecretSpellings();
        spellings.addText(value);
        spellings.addText(value.strip());
        String unix = value.replace("\r\n", "\n");
        spellings.addText(unix);
        unix.lines()
                .map(String::strip)
                .filter(line -> line.length() >= LEAST_LINE && !line.startsWith("-----"))
                .forEach(spellings.found::add);
        spellings.found.removeIf(text -> text.length() < Secret.LEAST_LENGTH);
        return spellings.found;
    }

    private void addText(String text) {
        if (found.add(text)) {
            addEscaped(text);
            addUrlEncoded(text);
            addUtf16(text);
            addCharacters(text);
            addBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addEscaped(String text) {
        String json = json(text);
        found.add(json);
        found.add(json.replace("/", "\\/"));
        addUnicodeEscaped(json);
        found.add(PROPERTIES.matcher(text).replaceAll("\\\\$0"));
        String xml = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        found.add(xml);
        found.add(xml.replace("\"", "&quot;"));
        for (String apostrophe : new String[] {"&#39;", "&#x27;", "&apos;"}) {
            found.add(xml.replace("\"", "&quot;").replace("'", apostrophe));
        }
        found.add(xml.replace("\"", "&#34;").replace("'", "&#39;"));
    }

    /** What JSON libraries write that are wary of HTML, or of anything but ASCII; digits in either case. */
    private void addUnicodeEscaped(String json) {
        for (Pattern escaped : new Pattern[] {HTML, HTML_AND_EQUALS, BEYOND_ASCII}) {
            for (String format : new String[] {"\\\\u%04x", "\\\\u%04X"}) {
                found.add(escaped.matcher(json).replaceAll(match -> escape(format, match.group())));
            }
        }
    }

    private static String escape(String format, String text) {
        return text.chars().mapToObj(c -> String.format(format, c)).collect(Collectors.joining());
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** Form encoding and RFC 3986, which differ in a few characters, with digits in either case. */
    private void addUrlEncoded(String text) {
        String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
        String spaces = form.replace("+", "%20");
        String uri = spaces.replace("%7E", "~");
        for (String encoded : new String[] {form, spaces, uri, uri.replace("*", "%2A")}) {
            found.add(encoded);
            found.add(PERCENT.matcher(encoded).replaceAll(match -> lowerCase(match.group())));
        }
    }

    /** UTF-16 that is read as an encoding of which ASCII is a part: every second byte is zero, in either byte order. */
    private void addUtf16(String text) {
        found.add(String.join("\0", text.split("")));
    }

    /** As arrays and lists of characters are printed, or their numbers, and as JSON libraries write them. */
    private void addCharacters(String text) {
        if (text.length() <= GREATEST_LIST) {
            addLists(text.chars().mapToObj(c -> String.valueOf((char) c)).toList());
            addLists(text.codePoints().mapToObj(Character::toString).toList());
            addLists(text.codePoints()
                    .mapToObj(c -> '"' + json(Character.toString(c)) + '"')
                    .toList());
            addLists(numbers(text.length(), text::charAt));
            addLists(text.codePoints().mapToObj(Integer::toString).toList());
        }
    }

    private static List<String> numbers(int length, IntUnaryOperator numbers) {
        return IntStream.range(0, length)
                .map(numbers)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** With and without a space, and without what stands around a list: that differs. */
    private void addLists(List<String> items) {
        found.add(String.join(", ", items));
        found.add(String.join(",", items));
    }

    private static String lowerCase(String text) {
        return Matcher.quoteReplacement(text.toLowerCase(Locale.ROOT));
    }

    private void addBytes(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        found.add(hex);
        found.add(hex.toUpperCase(Locale.ROOT));
        if (bytes.length <= GREATEST_LIST) {
            addLists(numbers(bytes.length, i -> bytes[i]));
            addLists(numbers(bytes.length, i -> Byte.toUnsignedInt(bytes[i])));
            for (String delimiter : new String[] {" ", ":"}) {
                String delimited = HexFormat.ofDelimiter(delimiter).formatHex(bytes);
                found.add(delimited);
                found.add(delimited.toUpperCase(Locale.ROOT));
            }
        }
        addBase64(bytes, Base64.getEncoder());
        addBase64(bytes, Base64.getUrlEncoder());
        for (int width : new int[] {64, 76}) {
            String lines = Base64.getMimeEncoder(width, new byte[] {'\n'}).encodeToString(bytes);
            lines.lines().filter(line -> line.length() >= LEAST_LINE).forEach(found::add);
        }
    }

    private void addBase64(byte[] bytes, Base64.Encoder encoder) {
        String whole = encoder.encodeToString(bytes);
        found.add(whole);
        found.add(encoder.withoutPadding().encodeToString(bytes));
        found.add(URLEncoder.encode(whole, StandardCharsets.UTF_8));
        for (int before = 0; before < 3; before++) {
            found.add(within(bytes, before, encoder));
        }
    }

    /**
     * Returns what stands in the Base64 text of something longer, {@code before} bytes of which (modulo 3) precede
     * these: the digits that these bytes alone decide. A digit has 6 bits, so up to one digit at either end is decided
     * by the neighbours too and is left out.
     */
    private static String within(byte[] bytes, int before, Base64.Encoder encoder) {
        byte[] longer = new byte[before + bytes.length + 3];
        System.arraycopy(bytes, 0, longer, before, bytes.length);
        int first = (8 * before + 5) / 6;
        int end = 8 * (before + bytes.length) / 6;
        return encoder.encodeToString(longer).substring(first, end);
    }
}
