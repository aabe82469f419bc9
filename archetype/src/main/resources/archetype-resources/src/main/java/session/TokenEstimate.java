package ${package}.session;

/** Estimates how many tokens of a language model a text costs. */
final class TokenEstimate {

    /** English prose has about four characters to a token. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private TokenEstimate() {}

    /** Returns the estimate, rounded up: an empty text costs nothing, any other text at least one token. */
    static int of(String text) {
        int characters = text.codePointCount(0, text.length());
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
