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
    private static final List<String> SCRIPTS =
            List.of("base", "model", "difference", "stack", "heatmap", "detail", "timeline", "trend", "main");

    static Assets load() {
        String modules = SCRIPTS.stream().map(name -> read(name + ".js")).collect(Collectors.joining("\n"));
        return new Assets(read("page.css"), "'use strict';\n(() => {\n" + modules + "})();\n");
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
