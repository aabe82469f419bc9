package io.github.surefoot.noise;

import java.lang.instrument.Instrumentation;

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
        jvm.addTransformer(new NoiseTransformer(settings));
    }
}
