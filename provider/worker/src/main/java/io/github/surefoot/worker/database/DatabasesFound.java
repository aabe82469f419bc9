package io.github.surefoot.worker.database;

import java.util.ServiceLoader;

/** Finds the services behind the API, in the jar that the API itself is in. */
final class DatabasesFound {
    static final WorkerDatabases DATABASES = find(WorkerDatabases.class);

    private DatabasesFound() {}

    static <T> T find(Class<T> service) {
        return ServiceLoader.load(service, service.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("surefoot-worker is not complete: there is no META-INF/"
                        + "services/" + service.getName() + ". If it was put into another jar, keep its services."));
    }
}
