package io.github.surefoot.surefire.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The JDBC drivers of the project's own classes. {@code DriverManager} shows a driver only to classes that can load it,
 * and to be asked at all, it loads every driver there is: it is not asked.
 */
final class JdbcDrivers implements StatePart {
    private static final String MANAGER = "java.sql.DriverManager";

    private final Internals internals;

    JdbcDrivers(Internals internals) {
        this.internals = internals;
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        if (internals.loaded().contains(MANAGER)) {
            internals
                    .staticField(MANAGER, "registeredDrivers", Collection.class)
                    .ifPresent(drivers -> removeOwn(drivers, over));
        }
        return List.of();
    }

    private void removeOwn(Collection<?> drivers, RoundLoader over) {
        for (Object registered : new ArrayList<Object>(drivers)) {
            if (over.owns(internals.field(registered, "driver"))) {
                drivers.remove(registered);
            }
        }
    }
}
