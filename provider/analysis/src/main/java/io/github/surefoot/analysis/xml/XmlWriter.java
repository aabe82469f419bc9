package io.github.surefoot.analysis.xml;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0 that keeps every character: line breaks in attributes too, and what XML has no way to say, such as
 * escape sequences of a terminal, in Java's notation. Tests put anything into their messages.
 */
final class XmlWriter {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private boolean hasText;

    XmlWriter(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    XmlWriter start(String element) throws IOException {
        closeTag();
        indent();
        out.write("<" + element);
        open.push(element);
        inTag = true;
        hasText = false;
        return this;
    }

    XmlWriter attribute(String name, String value) throws IOException {
        out.write(" " + name + "=\"");
        escape(value, true);
        out.write('"');
        return this;
    }

    XmlWriter text(String text) throws IOException {
        closeTag();
        escape(text, false);
        hasText = true;
        return this;
    }

    XmlWriter end() throws IOException {
        String element = open.pop();
        if (inTag) {
            out.write("/>");
            inTag = false;
        } else {
            if (!hasText) {
                indent();
            }
            out.write("</" + element + ">");
        }
        hasText = false;
        if (open.isEmpty()) {
            out.write('\n');
        }
        return this;
    }

    private void closeTag() throws IOException {
        if (inTag) {
            out.write('>');
            inTag = false;
        }
    }

    private void indent() throws IOException {
        out.write("\n" + "  ".repeat(open.size()));
    }

    private void escape(String text, boolean attribute) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write(attribute ? "&quot;" : "\"");
                case '\r' -> out.write("&#13;");
                case '\n', '\t' -> out.write(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> out.write(isLegal(c) ? Character.toString(c) : String.format("\\u%04x", c));
            }
        }
    }

    /** Tells whether a character may be in XML at all: production 2 of the recommendation. */
    private static boolean isLegal(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
