package org.apache.maven.surefire.junitplatform;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Surefire's own provider, with a listener on its launcher and a say in its configuration parameters.
 *
 * <p>It stands in Surefire's package because the places to hook into are private to it. In the shipped jar this
 * package is moved below {@code io.github.surefoot.surefire}, together with the classes of Surefire it extends.
 */
public final class ObservedPlatformProvider extends JUnitPlatformProvider {

    /**
     * Wraps Surefire's provider.
     *
     * @param parameters what Surefire gave to the provider
     * @param listener is told of everything the launcher does, before Surefire is when something starts
     * @param around returns what stands in the place of Surefire's own listener, and tells it
     * @param found is shown whatever an engine has found, before it is run
     */
    public ObservedPlatformProvider(
            ProviderParameters parameters,
            TestExecutionListener listener,
            UnaryOperator<TestExecutionListener> around,
            PostDiscoveryFilter found) {
        super(parameters, cancellationToken -> open(listener, around, found, cancellationToken));
    }

    /**
     * Returns Surefire's provider to find classes in Maven's process: a project's session listeners have no business there,
     * as what they start would be started once more.
     */
    public static JUnitPlatformProvider scanner(ProviderParameters parameters) {
        LauncherConfig quiet = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        return new JUnitPlatformProvider(parameters, cancellationToken -> {
            LauncherSession session = LauncherFactory.openSession(quiet);
            return new LauncherSessionAdapter(session, session.getLauncher(), cancellationToken);
        });
    }

    private static LauncherSessionAdapter open(
            TestExecutionListener listener,
            UnaryOperator<TestExecutionListener> around,
            PostDiscoveryFilter found,
            CancellationTokenAdapter cancellationToken) {
        LauncherSession session = LauncherFactory.openSession(
                LauncherConfig.builder().addPostDiscoveryFilters(found).build());
        session.getLauncher().registerTestExecutionListeners(listener);
        return new LauncherSessionAdapter(
                session, ObservedLauncher.of(session.getLauncher(), around), cancellationToken);
    }

    /** Returns the configuration parameters of all requests to come; changes take effect with the next request. */
    public Map<String, String> parameters() {
        return getConfigurationParameters();
    }
}
