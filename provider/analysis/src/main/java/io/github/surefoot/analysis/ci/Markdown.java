package io.github.surefoot.analysis.ci;

/** Text as it is in Markdown: nothing in it makes a link, a tag or a cell of its own. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]()#+-!|~@";

    private Markdown() {}

    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> {
                    if (SPECIAL.indexOf(c) >= 0) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }
}
