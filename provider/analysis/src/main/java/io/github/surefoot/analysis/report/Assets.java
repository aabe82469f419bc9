package io.github.surefoot.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The style and the script of the page, and the policy that lets a browser run these two and nothing else: no network,
 * and no script that came in with the data.
 *
 * @param style the style sheet
 * @param script the script
 */
record Assets(String style, String script) {
    /** What each suite of a page has for itself, as one function. */
    private static final List<String> OF_SUITE =
            List.of("model", "difference", "stack", "heatmap", "detail", "timeline", "trend", "suite");

    static Assets load() {
        String suite = OF_SUITE.stream().map(name -> read(name + ".js")).collect(Collectors.joining("\n"));
        String script = read("base.js") + "\nfunction openSuite(prefix) {\n" + suite + "}\n\n" + read("main.js");
        return new Assets(read("page.css"), "'use strict';\n(() => {\n" + script + "})();\n");
    }

    /** Returns what tells whether a part of a page was made for this style and script. */
    String stamp() {
        return hash(style + script);
    }

    /** Returns the content security policy. */
    String policy() {
        return "default-src 'none'; script-src 'sha256-" + hash(script) + "'; style-src 'sha256-" + hash(style)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256, which every Java platform must have", e);
        }
    }

    private static String read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "surefoot-analysis lacks its own file " + file + ": it is built wrongly");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
