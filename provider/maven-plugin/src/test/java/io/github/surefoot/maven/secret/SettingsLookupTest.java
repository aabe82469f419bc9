package io.github.surefoot.maven.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.secret.SecretFaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** With Maven's own decrypter, cipher and master password. */
class SettingsLookupTest {
    private static final String VALUE = "canary-in-settings";

    @TempDir
    private Path home;

    private final DefaultPlexusCipher cipher = cipher();

    private static DefaultPlexusCipher cipher() {
        try {
            return new DefaultPlexusCipher();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void writeMasterPassword() throws Exception {
        writeMasterPassword("master");
    }

    private void writeMasterPassword(String master) throws Exception {
        String encrypted = cipher.encryptAndDecorate(master, DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION);
        Files.writeString(
                home.resolve("settings-security.xml"),
                "<settingsSecurity><master>" + encrypted + "</master></settingsSecurity>");
    }

    private SettingsLookup lookup(String password) {
        Server server = new Server();
        server.setId("API_KEY");
        server.setPassword(password);
        SettingsDecrypter decrypter = new DefaultSettingsDecrypter(new DefaultSecDispatcher(
                cipher, Map.of(), home.resolve("settings-security.xml").toString()));
        return new SettingsLookup(List.of(server), decrypter);
    }

    @Test
    void anEncryptedPasswordIsDecrypted() throws Exception {
        SettingsLookup lookup = lookup(cipher.encryptAndDecorate(VALUE, "master"));
        assertThat(lookup.find("API_KEY")).contains(VALUE);
        assertThat(lookup.find("OTHER")).isEmpty();
    }

    @Test
    void aPlainPasswordIsTakenAsItIs() throws Exception {
        assertThat(lookup(VALUE).find("API_KEY")).contains(VALUE);
        assertThat(lookup("with {braces}").find("API_KEY")).contains("with {braces}");
    }

    /** Maven's cipher draws a salt, by which another key is refused or gives bytes that look whole: both are drawn here. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withAnotherMasterPasswordItIsOneClearError(boolean refused) throws Exception {
        String encrypted = encryptedSoThatAnotherMasterIs(refused);
        writeMasterPassword("another");
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> lookup(encrypted).find("API_KEY"))
                .withMessageContaining("<server> API_KEY in settings.xml is encrypted")
                .withMessageContaining("settings-security.xml")
                .satisfies(e -> assertThat(e.toString()).doesNotContain(encrypted));
    }

    private String encryptedSoThatAnotherMasterIs(boolean refused) throws PlexusCipherException {
        while (true) {
            String encrypted = cipher.encryptAndDecorate(VALUE, "master");
            if (isRefused(encrypted) == refused) {
                return encrypted;
            }
        }
    }

    private boolean isRefused(String encrypted) {
        try {
            cipher.decryptDecorated(encrypted, "another");
            return false;
        } catch (PlexusCipherException e) {
            return true;
        }
    }

    @Test
    void aServerWithoutAPasswordIsOneClearError() {
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> lookup("").find("API_KEY"))
                .withMessageContaining("<server> API_KEY in settings.xml has no <password>");
    }
}
