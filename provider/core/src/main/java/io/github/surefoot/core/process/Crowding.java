package io.github.surefoot.core.process;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/**
 * How many want a processor for each that there is. Who waits for another process, or for another thread, waits that many
 * times longer than on a machine of its own, though nothing is wrong.
 */
public final class Crowding {
    private Crowding() {}

    /**
     * Returns a limit that grows with the load of the last minute.
     *
     * @param alone the limit on a machine of its own, in any unit
     * @param most what it grows to at most
     * @return {@code alone} where the system does not tell its load
     */
    public static int limit(int alone, int most) {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return limit(alone, most, machine.getSystemLoadAverage(), machine.getAvailableProcessors());
    }

    /**
     * Returns a limit that grows with the load.
     *
     * @param load how many wanted to run in the last minute, on average; negative if unknown
     * @param processors how many can
     */
    static int limit(int alone, int most, double load, int processors) {
        return (int) Math.min(most, alone * Math.max(1, load / processors));
    }
}
