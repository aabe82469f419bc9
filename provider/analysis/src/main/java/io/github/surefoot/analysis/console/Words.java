package io.github.surefoot.analysis.console;

/** Numbers with their nouns. */
final class Words {
    private Words() {}

    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    static String count(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }
}
