package io.github.surefoot.worker.secret;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import io.github.surefoot.core.secret.DotenvFile;
import io.github.surefoot.core.secret.SecretFaultException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Parses a dotenv file. Loaded only where one is named. */
final class DotenvReader {
    private DotenvReader() {}

    /**
     * Returns what the file assigns.
     *
     * @throws SecretFaultException if it is no dotenv file; the message does not repeat any of its text
     */
    static Map<String, String> read(Path file) throws SecretFaultException {
        try {
            return Dotenv.configure()
                    .directory(String.valueOf(file.toAbsolutePath().getParent()))
                    .filename(String.valueOf(file.getFileName()))
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .stream()
                    .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (first, last) -> last));
        } catch (DotenvException e) {
            // Its message repeats the line, which may hold a secret.
            throw new SecretFaultException(DotenvFile.SETTING + " names " + file + ", of which "
                    + DotenvFile.malformedLine(file) + " is not of the form NAME=value.");
        }
    }
}
