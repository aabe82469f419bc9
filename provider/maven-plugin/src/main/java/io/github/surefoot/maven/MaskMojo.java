package io.github.surefoot.maven;

import io.github.surefoot.maven.secret.SecretPreflight;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Keeps the declared secrets from Maven's console from here to the end of the build: masks them in what is printed past
 * Maven's log, and turns off the list of the whole environment that the resources plugin logs with {@code -X}. A secret
 * that is missing is left to the goal that needs it.
 */
@Mojo(name = "mask", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class MaskMojo extends AbstractSurefootMojo {
    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public MaskMojo(BuildPluginManager plugins, SettingsDecrypter decrypter) {
        super(plugins);
        this.decrypter = decrypter;
    }

    @Override
    void run() {
        SecretPreflight.of(session(), decrypter, getLog()).mask(secretSettings());
    }
}
