package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the application that Maven has started. */
class HelloIT {
    static HttpResponse<String> ask(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + System.getProperty("web.port") + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "shop"})
    void greets(String name) throws Exception {
        assertThat(ask("/hello/" + name).body()).isEqualTo("hello " + name);
    }

    /** Fails where it is told to. */
    @Test
    void mayFail() throws Exception {
        assertThat(ask("/hello/it").statusCode()).isEqualTo(Boolean.getBoolean("it.fails") ? 500 : 200);
    }

    @Test
    @Disabled("to be told of")
    void isSkipped() {}

    @Nested
    @DisplayName("what is not there")
    class Missing {
        @Test
        void isNotFound() throws Exception {
            assertThat(ask("/nothing").statusCode()).isEqualTo(404);
        }
    }
}
