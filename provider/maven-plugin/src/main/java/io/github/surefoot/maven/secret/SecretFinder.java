package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretFaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for secrets in several places, in order. */
record SecretFinder(List<Lookup> lookups) {

    /**
     * Finds all of them.
     *
     * @throws SecretFaultException naming all that are missing, with each way to supply them, and all whose values are
     *     refused, with the reason
     */
    List<Secret> find(List<String> names) throws SecretFaultException {
        List<Secret> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String name : names) {
            try {
                find(name).ifPresentOrElse(found::add, () -> missing.add(name));
            } catch (IllegalArgumentException e) {
                refused.add("Refused as a secret: " + e.getMessage());
            }
        }
        if (!missing.isEmpty()) {
            refused.add(0, missing(missing));
        }
        if (!refused.isEmpty()) {
            throw new SecretFaultException(String.join("\n", refused));
        }
        return found;
    }

    /**
     * Finds one, unless its value is refused.
     *
     * @throws SecretFaultException if a place cannot be searched
     */
    Optional<Secret> findUnlessRefused(String name) throws SecretFaultException {
        try {
            return find(name);
        } catch (IllegalArgumentException e) {
            // The goal that needs the secret gives the reason.
            return Optional.empty();
        }
    }

    private Optional<Secret> find(String name) throws SecretFaultException {
        for (Lookup lookup : lookups) {
            Optional<String> value = lookup.find(name);
            if (value.isPresent()) {
                return Optional.of(new Secret(name, lookup.source(), value.get()));
            }
        }
        return Optional.empty();
    }

    private String missing(List<String> names) {
        StringBuilder message = new StringBuilder(names.size() == 1 ? "Secret missing: " : "Secrets missing: ")
                .append(String.join(", ", names))
                .append(" (declared by surefoot.secrets). Supply each in one of these ways, searched in this order:");
        for (String name : names) {
            lookups.forEach(lookup -> message.append("\n  ").append(lookup.advice(name)));
        }
        return message.toString();
    }
}
