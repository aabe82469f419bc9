package io.github.surefoot.noise;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Makes text of collections and maps as the JDK does, but for {@link AnyOrder the order} of what has none in them. */
public final class AnyText {
    private AnyText() {}

    /** Stands for {@link Object#toString} of what may be a set or a map. */
    public static String text(Object of) {
        if (!Unordered.isOfTheJdk(of)) {
            return of.toString();
        }
        return of instanceof Map<?, ?> map ? ofMap(map) : ofCollection((Collection<?>) of);
    }

    /** Stands for what is going to be text: for a set or a map, its text. */
    public static @Nullable Object shown(@Nullable Object of) {
        return of != null && Unordered.isOfTheJdk(of) ? text(of) : of;
    }

    /** Stands for several of these. */
    public static @Nullable Object @Nullable [] shownAll(@Nullable Object @Nullable [] of) {
        return of == null ? of : Arrays.stream(of).map(AnyText::shown).toArray();
    }

    private static String ofCollection(Collection<?> of) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        AnyOrder.forEach(of, element -> text.add(element == of ? "(this Collection)" : String.valueOf(shown(element))));
        return text.toString();
    }

    private static String ofMap(Map<?, ?> of) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        AnyOrder.forEach(of, (key, value) -> text.add(ofPart(of, key) + "=" + ofPart(of, value)));
        return text.toString();
    }

    private static String ofPart(Map<?, ?> of, @Nullable Object part) {
        return part == of ? "(this Map)" : String.valueOf(shown(part));
    }
}
