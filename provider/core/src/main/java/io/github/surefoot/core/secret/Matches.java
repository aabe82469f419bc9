package io.github.surefoot.core.secret;

import java.util.ArrayList;
import java.util.List;

/** Where secrets stand in one text: spans that do not overlap, in order. What overlaps becomes one span. */
final class Matches {
    private final List<String> masks;
    private final List<Span> spans = new ArrayList<>();
    private int openTail;

    /** From start (inclusive) to end (exclusive); the longest match within gives the owner. */
    private record Span(int start, int end, int longest, int owner) {
        Span join(Span other) {
            Span stronger = other.longest > longest ? other : this;
            return new Span(Math.min(start, other.start), Math.max(end, other.end), stronger.longest, stronger.owner);
        }
    }

    Matches(List<String> masks) {
        this.masks = masks;
    }

    /** Adds a match; matches come in the order of their ends. */
    void add(int start, int end, int owner) {
        Span span = new Span(start, end, end - start, owner);
        while (!spans.isEmpty() && spans.get(spans.size() - 1).end() > span.start()) {
            span = spans.remove(spans.size() - 1).join(span);
        }
        spans.add(span);
    }

    /** Notes how many characters at the end of the text may begin a secret that the next piece ends. */
    void endsWithin(int characters) {
        openTail = characters;
    }

    /** Returns how much of a text of this length is decided, whatever follows. */
    int decided(int length) {
        int decided = length - openTail;
        for (int i = spans.size() - 1; i >= 0 && spans.get(i).end() > decided; i--) {
            decided = Math.min(decided, spans.get(i).start());
        }
        return decided;
    }

    /** Returns the first {@code length} characters with the spans in them masked; no span crosses their end. */
    String mask(CharSequence text, int length) {
        StringBuilder masked = new StringBuilder(length + 16);
        int from = 0;
        for (Span span : spans) {
            if (span.end() <= length) {
                masked.append(text, from, span.start()).append(masks.get(span.owner()));
                from = span.end();
            }
        }
        return masked.append(text, from, length).toString();
    }
}
