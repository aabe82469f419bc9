package io.github.surefoot.noise;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an agent makes otherwise: {@code clock=MIDNIGHT,order=1,threads=7}, each of which may be left out.
 *
 * @param clock where the clock stands when it is first looked at
 * @param order the seed by which what has no order is put into one
 * @param threads the seed by which threads begin late and wait at monitors
 */
record NoiseSettings(Optional<ClockStart> clock, OptionalLong order, OptionalLong threads) {

    /**
     * Reads settings.
     *
     * @throws IllegalArgumentException if they are none
     */
    static NoiseSettings parse(String text) {
        Optional<ClockStart> clock = Optional.empty();
        OptionalLong order = OptionalLong.empty();
        OptionalLong threads = OptionalLong.empty();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = part.substring(equals + 1);
            switch (name) {
                case "clock" -> clock = Optional.of(ClockStart.valueOf(value.toUpperCase(Locale.ROOT)));
                case "order" -> order = OptionalLong.of(Long.parseLong(value));
                case "threads" -> threads = OptionalLong.of(Long.parseLong(value));
                default ->
                    throw new IllegalArgumentException("The agent for noise is given '" + text
                            + "', but must be given clock=, order= or threads=, with commas between them.");
            }
        }
        return new NoiseSettings(clock, order, threads);
    }
}
