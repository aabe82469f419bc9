package io.github.surefoot.noise;

import java.lang.instrument.Instrumentation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What the agent does once the JVM itself has its classes. */
public final class NoiseStart {
    private NoiseStart() {}

    /**
     * Makes otherwise what the settings say, from the next class on that is loaded.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static void begin(String arguments, Instrumentation jvm) {
        NoiseSettings settings = NoiseSettings.parse(arguments);
        settings.clock().ifPresent(ShiftedClock::begin);
        settings.order().ifPresent(AnyOrder::begin);
        settings.threads().ifPresent(LateThreads::begin);
        openCollections(jvm);
        jvm.addTransformer(new NoiseTransformer(settings));
    }

    /** What the JDK's wrappers have in them decides about their order. */
    private static void openCollections(Instrumentation jvm) {
        jvm.redefineModule(
                Collection.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of(Collection.class.getPackageName(), Set.of(Unordered.class.getModule())),
                Set.of(),
                Map.of());
    }
}
