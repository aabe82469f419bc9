package io.github.surefoot.surefire.loader;

import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;

/** The security providers, and their order. */
final class SecurityProviders implements StatePart {
    private final Provider[] providers = Security.getProviders();

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        Provider[] now = Security.getProviders();
        if (!sameObjects(now)) {
            Arrays.stream(now).map(Provider::getName).forEach(Security::removeProvider);
            Arrays.stream(providers).forEach(Security::addProvider);
        }
        return List.of();
    }

    @SuppressWarnings("ReferenceEquality") // Providers are maps, and equal ones may be different.
    private boolean sameObjects(Provider[] now) {
        if (now.length != providers.length) {
            return false;
        }
        for (int i = 0; i < now.length; i++) {
            if (now[i] != providers[i]) {
                return false;
            }
        }
        return true;
    }
}
