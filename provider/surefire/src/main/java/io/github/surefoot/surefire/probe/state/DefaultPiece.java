package io.github.surefoot.surefire.probe.state;

import io.github.surefoot.core.probe.StateChange;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A default of the JVM.
 *
 * @param <T> its type
 */
final class DefaultPiece<T> implements StatePiece {
    private final String name;
    private final Supplier<T> get;
    private final Consumer<T> set;
    private final Function<T, String> text;
    private final T before;

    private DefaultPiece(String name, Supplier<T> get, Consumer<T> set, Function<T, String> text) {
        this.name = name;
        this.get = get;
        this.set = set;
        this.text = text;
        before = get.get();
    }

    /** Remembers all of them as they are now. */
    static List<StatePiece> all() {
        return List.of(
                new DefaultPiece<>(
                        "the default locale", DefaultPiece::locales, DefaultPiece::setLocales, DefaultPiece::text),
                new DefaultPiece<>(
                        "the default time zone", TimeZone::getDefault, TimeZone::setDefault, TimeZone::getID));
    }

    private static List<Locale> locales() {
        return List.of(
                Locale.getDefault(),
                Locale.getDefault(Locale.Category.FORMAT),
                Locale.getDefault(Locale.Category.DISPLAY));
    }

    private static void setLocales(List<Locale> locales) {
        Locale.setDefault(locales.get(0));
        Locale.setDefault(Locale.Category.FORMAT, locales.get(1));
        Locale.setDefault(Locale.Category.DISPLAY, locales.get(2));
    }

    private static String text(List<Locale> locales) {
        return locales.stream()
                .distinct()
                .map(Locale::toLanguageTag)
                .reduce((a, b) -> a + "/" + b)
                .orElse("");
    }

    @Override
    public List<StateChange> changes() {
        T now = get.get();
        String how = "is " + text.apply(now) + ", and was " + text.apply(before) + ",";
        return now.equals(before)
                ? List.of()
                : List.of(new StateChange(StateChange.Sort.DEFAULT, name, "", "", 0, how));
    }

    @Override
    public void undo(StateChange change) {
        set.accept(before);
    }
}
