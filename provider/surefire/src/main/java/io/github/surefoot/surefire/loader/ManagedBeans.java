package io.github.surefoot.surefire.loader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** The MBeans that were registered since: all but the JDK's own, which come when somebody asks for them. */
final class ManagedBeans implements StatePart {
    private final Set<ObjectName> known = new HashSet<>();

    ManagedBeans() {
        servers().forEach(server -> known.addAll(server.queryNames(null, null)));
    }

    /** Makes none: the JDK makes the platform's when it is asked for. */
    private static List<MBeanServer> servers() {
        return MBeanServerFactory.findMBeanServer(null);
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        for (MBeanServer server : servers()) {
            for (ObjectName name : server.queryNames(null, null)) {
                if (!known.contains(name) && !isOfJdk(server, name)) {
                    unregister(server, name);
                }
            }
        }
        return List.of();
    }

    private static boolean isOfJdk(MBeanServer server, ObjectName name) {
        try {
            @Nullable ClassLoader loader = server.getClassLoaderFor(name);
            return loader == null || loader == ClassLoader.getPlatformClassLoader();
        } catch (InstanceNotFoundException e) {
            return true;
        }
    }

    private static void unregister(MBeanServer server, ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            // It went by itself, or does not want to: then it is as in any JVM in which classes share a server.
            return;
        }
    }
}
