package io.github.surefoot.maven.secret;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a project says of its secrets.
 *
 * @param names {@code surefoot.secrets}: names separated by commas; blank for none
 * @param dotenv {@code surefoot.secrets.dotenv}: a file, absolute
 * @param generate {@code surefoot.secrets.generate}: {@code true}, {@code false}, or the names that may be generated
 */
public record SecretSettings(String names, Optional<Path> dotenv, String generate) {

    /** Returns the same with one more name, whose value is made for the build. */
    public SecretSettings withGenerated(String name) {
        boolean some = !generate.isBlank() && !generate.strip().equals("false");
        return new SecretSettings(
                names.isBlank() ? name : names + "," + name,
                dotenv,
                !some ? name : generate.strip().equals("true") ? generate : generate + "," + name);
    }
}
