package io.github.surefoot.analysis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** A generator that can be written to from lambdas: its {@link IOException}s are unchecked. */
public final class JsonOutput {
    private final JsonGenerator out;

    /** Writes by a generator, which stays open. */
    public JsonOutput(JsonGenerator out) {
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
    public JsonOutput object(Runnable members) {
        run(out::writeStartObject);
        members.run();
        return run(out::writeEndObject);
    }

    /** Writes an object as a member. */
    public JsonOutput object(String key, Runnable members) {
        run(() -> out.writeFieldName(key));
        return object(members);
    }

    /** Writes a list. */
    public <T> JsonOutput list(String key, Iterable<T> elements, Consumer<T> element) {
        run(() -> out.writeArrayFieldStart(key));
        elements.forEach(element);
        return run(out::writeEndArray);
    }

    /** Writes a list of texts. */
    public JsonOutput texts(String key, Iterable<String> texts) {
        return list(key, texts, text -> run(() -> out.writeString(text)));
    }

    /** Writes a text. */
    public JsonOutput text(String key, String value) {
        return run(() -> out.writeStringField(key, value));
    }

    /** Writes a text, unless it is empty. */
    public JsonOutput textUnlessEmpty(String key, String value) {
        return value.isEmpty() ? this : text(key, value);
    }

    /** Writes true or false. */
    public JsonOutput flag(String key, boolean value) {
        return run(() -> out.writeBooleanField(key, value));
    }

    /** Writes a whole number. */
    public JsonOutput number(String key, long value) {
        return run(() -> out.writeNumberField(key, value));
    }

    /** Writes a number in as few digits as it has. */
    public JsonOutput number(String key, BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return run(() -> {
            out.writeFieldName(key);
            // Without an exponent, so that a person can read it as well.
            out.writeNumber(shortest.toPlainString());
        });
    }

    /** Writes null where there is no number: nothing counted, so there is no rate. */
    public JsonOutput number(String key, Optional<BigDecimal> value) {
        return value.isPresent() ? number(key, value.get()) : run(() -> out.writeNullField(key));
    }
}
