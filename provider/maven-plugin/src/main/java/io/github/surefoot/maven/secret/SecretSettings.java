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
public record SecretSettings(String names, Optional<Path> dotenv, String generate) {}
