package io.github.surefoot.core.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The named values of one record, in the order they were put. */
final class Fields {
    private final Map<String, String> values;
    private final UnaryOperator<String> mask;

    Fields() {
        this(new LinkedHashMap<>(), UnaryOperator.identity());
    }

    private Fields(Map<String, String> values, UnaryOperator<String> mask) {
        this.values = values;
        this.mask = mask;
    }

    static Fields of(Map<String, String> values) {
        return new Fields(values, UnaryOperator.identity());
    }

    /** Returns empty ones that put every text through the mask. */
    static Fields masked(UnaryOperator<String> mask) {
        return new Fields(new LinkedHashMap<>(), mask);
    }

    Fields put(String key, String value) {
        return putAsItIs(key, mask.apply(value));
    }

    /** Puts what records are matched by, such as the name of a class: it stands in the source for all to read. */
    Fields putAsItIs(String key, String value) {
        values.put(key, value);
        return this;
    }

    Fields put(String key, long value) {
        return putAsItIs(key, Long.toString(value));
    }

    /** Leaves the key out when there is nothing to say: most records then fit on one line of a terminal. */
    Fields putUnlessEmpty(String key, String value) {
        return value.isEmpty() ? this : put(key, value);
    }

    Fields putIf(String key, boolean value) {
        return value ? put(key, "yes") : this;
    }

    Fields putAll(String prefix, Map<String, String> map) {
        map.forEach((key, value) -> put(prefix + key, value));
        return this;
    }

    /** Numbers the values, since a tag or a class name may hold any separator. */
    Fields putEach(String prefix, List<String> list) {
        for (int i = 0; i < list.size(); i++) {
            put(prefix + i, list.get(i));
        }
        return this;
    }

    /** Numbers values that records are matched by. */
    Fields putEachAsItIs(String prefix, List<String> list) {
        for (int i = 0; i < list.size(); i++) {
            putAsItIs(prefix + i, list.get(i));
        }
        return this;
    }

    Fields apply(Consumer<Fields> more) {
        more.accept(this);
        return this;
    }

    String text(String key) {
        return values.getOrDefault(key, "");
    }

    String required(String key) {
        @Nullable String value = values.get(key);
        if (value == null) {
            throw new MalformedRecordException("it has no '" + key + "'");
        }
        return value;
    }

    long number(String key) {
        String value = required(key);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new MalformedRecordException("'" + key + "' is no number", e);
        }
    }

    int count(String key) {
        long value = number(key);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedRecordException("'" + key + "' is out of range");
        }
        return (int) value;
    }

    OptionalLong optionalNumber(String key) {
        return values.containsKey(key) ? OptionalLong.of(number(key)) : OptionalLong.empty();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean flag(String key) {
        return "yes".equals(values.get(key));
    }

    Map<String, String> all(String prefix) {
        Map<String, String> result = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                result.put(key.substring(prefix.length()), value);
            }
        });
        return Map.copyOf(result);
    }

    List<String> each(String prefix) {
        @Nullable String first = values.get(prefix + 0);
        if (first == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (@Nullable String each = first; each != null; each = values.get(prefix + all.size())) {
            all.add(each);
        }
        return List.copyOf(all);
    }

    List<Long> eachNumber(String prefix) {
        return IntStream.range(0, each(prefix).size())
                .mapToObj(i -> number(prefix + i))
                .toList();
    }

    Map<String, String> asMap() {
        return values;
    }
}
