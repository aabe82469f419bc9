package io.github.surefoot.core.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The text form of a journal: UTF-8, one record a line.
 *
 * <pre>
 * NUMBER TAB TYPE TAB KEY=VALUE TAB … TAB #CRC LF
 * </pre>
 *
 * The number counts from 1 without gaps, so that a lost line is noticed. The CRC is CRC-32C (RFC 3720, appendix B.4)
 * of all bytes before the last tab, as eight hexadecimal digits, so that a changed one is. In values, tab, line feed,
 * carriage return and backslash are written {@code \t}, {@code \n}, {@code \r} and {@code \\}; other control
 * characters and lone surrogates as a backslash, {@code u} and four hexadecimal digits. The first record is
 * {@code surefoot-journal} with the version of this format, the second the journal's header.
 *
 * <p>A record is appended by a single write, and ends with LF: after the death of its writer only the last line can
 * be torn, and it is, if it has no LF.
 */
final class JournalFormat {
    static final String VERSION = "1";
    static final String MAGIC = "surefoot-journal";
    private static final String HEX = "0123456789abcdef";
    private static final int CRC_DIGITS = 8;

    private JournalFormat() {}

    /** One line, taken apart. */
    record Line(long number, String type, Fields fields) {}

    /** Divides what is read of a journal into its lines, a block at a time: a run has some hundred thousand of them. */
    static final class Lines {
        private static final int BLOCK = 1 << 16;
        private static final int USUAL_LINE = 512;

        private final int longest;
        private final Sink sink;
        private byte[] line = new byte[USUAL_LINE];
        private int length;

        /**
         * Prepares to divide.
         *
         * @param longest how many bytes a line may have
         */
        Lines(int longest, Sink sink) {
            this.longest = longest;
            this.sink = sink;
        }

        /** Takes lines. */
        @FunctionalInterface
        interface Sink {
            /**
             * Takes a line, without its LF.
             *
             * @param bytes where it is, from the first on; it is there during this call only
             */
            void line(byte[] bytes, int length) throws IOException;
        }

        /** A line is longer than any may be. */
        static final class TooLongException extends IOException {
            private static final long serialVersionUID = 1L;

            private TooLongException(int longest) {
                super("A line is longer than " + longest + " bytes");
            }
        }

        /**
         * Reads to the end.
         *
         * @return how many bytes there are behind the last LF
         * @throws TooLongException if a line is too long
         * @throws IOException if it cannot be read, or whoever takes a line cannot
         */
        int read(InputStream in) throws IOException {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                int from = 0;
                for (int end = end(block, from, read); end < read; end = end(block, from, read)) {
                    add(block, from, end);
                    sink.line(line, length);
                    length = 0;
                    from = end + 1;
                }
                add(block, from, read);
            }
            return length;
        }

        /** Is by itself because it runs most: what is compiled with it, in a JVM as young as Maven's, costs more than it gains. */
        private static int end(byte[] block, int from, int to) {
            int at = from;
            while (at < to && block[at] != '\n') {
                at++;
            }
            return at;
        }

        private void add(byte[] block, int from, int to) throws TooLongException {
            int more = to - from;
            if (length > longest - more) {
                throw new TooLongException(longest);
            }
            if (length + more > line.length) {
                line = Arrays.copyOf(line, Math.max(length + more, (int) Math.min(longest, line.length * 2L)));
            }
            System.arraycopy(block, from, line, length, more);
            length += more;
        }
    }

    static byte[] encode(long number, String type, Fields fields) {
        StringBuilder line = new StringBuilder(160);
        line.append(number).append('\t').append(type);
        fields.asMap().forEach((key, value) -> {
            line.append('\t');
            // A key may come from a user's map (about.*, details), so it may hold anything, '=' included.
            escape(key, line, true);
            line.append('=');
            escape(value, line, false);
        });
        byte[] content = line.toString().getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[content.length + 2 + CRC_DIGITS + 1];
        System.arraycopy(content, 0, result, 0, content.length);
        int at = content.length;
        result[at++] = '\t';
        result[at++] = '#';
        byte[] crc = HexFormat.of().toHexDigits(crc(content, content.length)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(crc, 0, result, at, CRC_DIGITS);
        result[at + CRC_DIGITS] = '\n';
        return result;
    }

    /**
     * Takes a line, without its LF, apart.
     *
     * @throws MalformedRecordException if the checksum is wrong or the line is not of the form above
     */
    static Line decode(byte[] bytes, int length) {
        int contentLength = length - CRC_DIGITS - 2;
        if (contentLength < 1 || bytes[contentLength] != '\t' || bytes[contentLength + 1] != '#') {
            throw new MalformedRecordException("it has no checksum");
        }
        if (crc(bytes, contentLength) != parseCrc(bytes, contentLength + 2)) {
            throw new MalformedRecordException("its checksum is wrong");
        }
        return parse(new String(bytes, 0, contentLength, StandardCharsets.UTF_8));
    }

    private static Line parse(String content) {
        int number = content.indexOf('\t');
        if (number < 0) {
            throw new MalformedRecordException("it has no type");
        }
        int type = end(content, number + 1);
        return new Line(
                parseNumber(content.substring(0, number)),
                content.substring(number + 1, type),
                parseFields(content, type));
    }

    /** Returns where a part ends that begins there. */
    private static int end(String content, int from) {
        int tab = content.indexOf('\t', from);
        return tab < 0 ? content.length() : tab;
    }

    private static Fields parseFields(String content, int from) {
        Map<String, String> values = new LinkedHashMap<>();
        int at = from;
        while (at < content.length()) {
            int to = end(content, at + 1);
            int equals = content.indexOf('=', at + 1);
            if (equals < 0 || equals >= to) {
                throw new MalformedRecordException("it has a field without a value");
            }
            String key = unescape(content.substring(at + 1, equals));
            if (values.put(key, unescape(content.substring(equals + 1, to))) != null) {
                throw new MalformedRecordException("it has two fields of one name");
            }
            at = to;
        }
        return Fields.of(values);
    }

    private static long parseNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedRecordException("it has no number", e);
        }
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static int parseCrc(byte[] bytes, int from) {
        int crc = 0;
        for (int i = from; i < from + CRC_DIGITS; i++) {
            int digit = HEX.indexOf(bytes[i]);
            if (digit < 0) {
                throw new MalformedRecordException("its checksum is no number");
            }
            crc = crc << 4 | digit;
        }
        return crc;
    }

    private static void escape(String value, StringBuilder to, boolean key) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> {
                    if (c < ' ' || (key && c == '=') || isLoneSurrogate(value, i)) {
                        unicode(c, to);
                    } else {
                        to.append(c);
                    }
                }
            }
        }
    }

    private static void unicode(char c, StringBuilder to) {
        to.append("\\u").append(HexFormat.of().toHexDigits(c));
    }

    private static boolean isLoneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            if (++i == text.length()) {
                throw new MalformedRecordException("it ends in a backslash");
            }
            switch (text.charAt(i)) {
                case '\\' -> result.append('\\');
                case 't' -> result.append('\t');
                case 'n' -> result.append('\n');
                case 'r' -> result.append('\r');
                case 'u' -> {
                    result.append(parseUnicode(text, i + 1));
                    i += 4;
                }
                default -> throw new MalformedRecordException("it has an unknown escape");
            }
        }
        return result.toString();
    }

    private static char parseUnicode(String text, int from) {
        int c = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < text.length() ? HEX.indexOf(text.charAt(i)) : -1;
            if (digit < 0) {
                throw new MalformedRecordException("it has an unknown escape");
            }
            c = c << 4 | digit;
        }
        return (char) c;
    }
}
