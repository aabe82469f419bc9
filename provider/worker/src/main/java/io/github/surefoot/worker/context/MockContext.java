package io.github.surefoot.worker.context;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What a request carries to be authenticated: headers, as plain text, for any HTTP stack. Immutable. Its text form
 * shows no values.
 *
 * <pre>{@code
 * context.applyTo(HttpRequest.newBuilder(uri)::header);   // java.net.http
 * context.applyTo(mockMvcRequest::header);                // Spring
 * context.headers()                                       // REST Assured, and the rest
 * }</pre>
 */
public final class MockContext {
    private final Map<String, String> headers;

    MockContext(Map<String, String> headers) {
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns the headers by name, in the order in which they are to be sent. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the value of a header; the case of its name does not matter (RFC 9110, 5.1). */
    public Optional<String> header(String name) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return Optional.ofNullable(anyCase.get(name));
    }

    /** Hands each header to a request, such as {@code builder::header}. */
    public void applyTo(BiConsumer<? super String, ? super String> request) {
        headers.forEach(request);
    }

    /** Returns the same with one header more, or with another value of it. */
    public MockContext with(String header, String value) {
        MockContext other = without(header);
        Map<String, String> more = new LinkedHashMap<>(other.headers);
        more.put(header, value);
        return new MockContext(more);
    }

    /** Returns the same without a header. */
    public MockContext without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.keySet().removeIf(header::equalsIgnoreCase);
        return new MockContext(fewer);
    }

    @Override
    public String toString() {
        return "MockContext" + headers.keySet();
    }
}
