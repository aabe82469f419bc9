package io.github.surefoot.core.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Masks secret values in text as {@code ***NAME***}, which does not tell their length: the values as they are, in
 * Base64 (standard and URL-safe, padded or not, also as part of something longer that was encoded whole), URL-encoded,
 * escaped for JSON, XML and HTML, in hexadecimal, and as a list of their characters or bytes, as arrays are printed. One pass over the text, whatever the
 * number of secrets. Immutable, so safe for use by many threads.
 */
public final class Redactor {
    private static final Redactor NONE = new Redactor(List.of(), new PatternAutomaton(List.of()));

    private final List<String> masks;
    private final PatternAutomaton automaton;

    private Redactor(List<String> masks, PatternAutomaton automaton) {
        this.masks = masks;
        this.automaton = automaton;
    }

    /** Creates one for these secrets. Where two hold the same value, the first gives the mask. */
    public static Redactor of(Collection<Secret> secrets) {
        if (secrets.isEmpty()) {
            return NONE;
        }
        List<String> masks = new ArrayList<>();
        List<PatternAutomaton.Pattern> patterns = new ArrayList<>();
        for (Secret secret : secrets) {
            int owner = masks.size();
            masks.add("***" + secret.name() + "***");
            SecretSpellings.of(secret.value()).forEach(text -> patterns.add(new PatternAutomaton.Pattern(text, owner)));
        }
        return new Redactor(masks, new PatternAutomaton(patterns));
    }

    /** Returns the redactor that masks nothing. */
    public static Redactor none() {
        return NONE;
    }

    /** Tells whether there is nothing to mask. */
    public boolean isEmpty() {
        return masks.isEmpty();
    }

    /** Tells whether the text shows a secret. */
    public boolean finds(CharSequence text) {
        return firstMatch(text) >= 0;
    }

    /** Returns the text with each secret masked; the same object when it shows none. */
    public String redact(String text) {
        return isEmpty() || firstMatch(text) < 0 ? text : scan(text).mask(text, text.length());
    }

    /** Returns what masks one stream of text that comes in pieces, where a secret may begin in one and end in another. */
    public RedactedStream stream() {
        return new RedactedStream(this);
    }

    private int firstMatch(CharSequence text) {
        int state = PatternAutomaton.START;
        for (int i = 0; i < text.length(); i++) {
            state = automaton.step(state, text.charAt(i));
            if (automaton.matched(state) != 0) {
                return i;
            }
        }
        return -1;
    }

    Matches scan(CharSequence text) {
        Matches matches = new Matches(masks);
        int state = PatternAutomaton.START;
        for (int i = 0; i < text.length(); i++) {
            state = automaton.step(state, text.charAt(i));
            int length = automaton.matched(state);
            if (length != 0) {
                matches.add(i + 1 - length, i + 1, automaton.owner(state));
            }
        }
        matches.endsWithin(automaton.depth(state));
        return matches;
    }
}
