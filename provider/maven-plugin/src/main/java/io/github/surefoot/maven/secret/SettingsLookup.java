package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** The servers of {@code settings.xml}: the id is the secret's name, the password its value, decrypted by Maven. */
record SettingsLookup(List<Server> servers, SettingsDecrypter decrypter) implements Lookup {
    /** What Maven encrypted, all forms up to 4: braces around Base64, or around {@code [name=…,type=…]} and more. */
    private static final Pattern ENCRYPTED = Pattern.compile("(?s).*(?<!\\\\)\\{.{16,}(?<!\\\\)}.*");

    /** What Java writes for bytes that are no text in the encoding asked for. */
    private static final char NO_TEXT = '\uFFFD';

    @Override
    public SecretSource source() {
        return SecretSource.SETTINGS;
    }

    @Override
    public Optional<String> find(String name) throws SecretFaultException {
        Optional<Server> server =
                servers.stream().filter(s -> name.equals(s.getId())).findFirst();
        return server.isEmpty() ? Optional.empty() : Optional.of(password(name, server.get()));
    }

    private String password(String name, Server server) throws SecretFaultException {
        @Nullable String given = server.getPassword();
        if (given == null || given.isBlank()) {
            throw new SecretFaultException("The <server> " + name + " in settings.xml has no <password>: that is where"
                    + " Surefoot looks for the secret's value.");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        @Nullable
        String password = result.getServer() == null ? null : result.getServer().getPassword();
        if (password == null || (ENCRYPTED.matcher(given).matches() && isUndecrypted(password, given))) {
            throw new SecretFaultException("The password of the <server> " + name + " in settings.xml is encrypted, and"
                    + " Maven cannot decrypt it: is the master password in ~/.m2/settings-security.xml (Maven 4:"
                    + " settings-security4.xml) the one it was encrypted with?" + reasons(result, given));
        }
        return password;
    }

    /**
     * Says whether Maven gave back what it got, or bytes that are no text: its cipher up to Maven 3 (AES in CBC mode)
     * notices a wrong key by the padding alone, which is right by chance in one of 256.
     */
    private static boolean isUndecrypted(String password, String given) {
        return password.equals(given) || password.indexOf(NO_TEXT) >= 0;
    }

    /** Gives Maven's own reasons; none of them has been seen to hold the password, but that is not left to chance. */
    private static String reasons(SettingsDecryptionResult result, String given) {
        return result.getProblems().stream()
                .map(SettingsProblem::getMessage)
                .map(message -> message.replace(given, "…"))
                .map(message -> "\n    Maven says: " + message)
                .collect(Collectors.joining());
    }

    @Override
    public String advice(String name) {
        return "settings.xml   <server><id>" + name + "</id><password>…</password></server>"
                + "   (mvn --encrypt-password; Maven 4: mvnenc encrypt)";
    }
}
