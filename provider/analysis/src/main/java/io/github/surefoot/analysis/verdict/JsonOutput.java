package io.github.surefoot.analysis.verdict;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** A generator that can be written to from lambdas: its {@link IOException}s are unchecked. */
final class JsonOutput {
    private final JsonGenerator out;

    JsonOutput(JsonGenerator out) {
        this.out = out;
    }

    private interface Writing {
        void write() throws IOException;
    }

    private JsonOutput run(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an object as an element of a list, or as the whole. */
    JsonOutput object(Runnable members) {
        run(out::writeStartObject);
        members.run();
        return run(out::writeEndObject);
    }

    JsonOutput object(String key, Runnable members) {
        run(() -> out.writeFieldName(key));
        return object(members);
    }

    <T> JsonOutput list(String key, Iterable<T> elements, Consumer<T> element) {
        run(() -> out.writeArrayFieldStart(key));
        elements.forEach(element);
        return run(out::writeEndArray);
    }

    JsonOutput texts(String key, Iterable<String> texts) {
        return list(key, texts, text -> run(() -> out.writeString(text)));
    }

    JsonOutput text(String key, String value) {
        return run(() -> out.writeStringField(key, value));
    }

    JsonOutput textUnlessEmpty(String key, String value) {
        return value.isEmpty() ? this : text(key, value);
    }

    JsonOutput flag(String key, boolean value) {
        return run(() -> out.writeBooleanField(key, value));
    }

    JsonOutput number(String key, long value) {
        return run(() -> out.writeNumberField(key, value));
    }

    JsonOutput number(String key, BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return run(() -> {
            out.writeFieldName(key);
            // Without an exponent, so that a person can read it as well.
            out.writeNumber(shortest.toPlainString());
        });
    }

    /** Writes null where there is no number: nothing counted, so there is no rate. */
    JsonOutput number(String key, Optional<BigDecimal> value) {
        return value.isPresent() ? number(key, value.get()) : run(() -> out.writeNullField(key));
    }
}
