package ${package}.web;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.MovableClock;
import ${package}.security.AccessTokens;
import ${package}.security.ServerKeys;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The application as a whole, on the worker's own database and with the worker's own keys. */
@Tag("integration")
@SpringBootTest
@WorkerDatabase
class SessionControllerTest {

    @TestConfiguration
    static class OfTests {
        @Bean
        @Primary
        Clock clockOfTests() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void keysOfWorker(DynamicPropertyRegistry properties) {
        Stream.of(ServerKeys.API_KEY, ServerKeys.JWT_SECRET_KEY, ServerKeys.JWT_ENCRYPTION_KEY)
                .forEach(name -> properties.add(name, () -> Secrets.get(name)));
    }

    @Autowired
    private AccessTokens tokens;

    private MockMvcTester mvc;

    @BeforeEach
    void begin(@Autowired WebApplicationContext context) {
        mvc = MockMvcTester.from(context);
    }

    @Test
    void isUp() {
        assertThat(mvc.get().uri("/health")).hasStatusOk().bodyJson().extractingPath("#[[$.status]]#").isEqualTo("up");
    }

    @Test
    void keepsAConversation() {
        String session = open("ada", "Planning");
        say("ada", session, "SYSTEM", "Answer briefly.");
        say("ada", session, "USER", "When do we ship?");

        assertThat(mvc.get()
                        .uri("/sessions/{id}/context?budget=100", session)
                        .header("Authorization", bearer("ada")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("#[[$.messages[*].text]]#")
                .asArray()
                .containsExactly("Answer briefly.", "When do we ship?");
    }

    @Test
    void listsOnlyOnesOwn() {
        open("grace", "Hers");

        assertThat(mvc.get().uri("/sessions").header("Authorization", bearer("nobody")))
                .bodyJson()
                .isLenientlyEqualTo("[]");
    }

    @Test
    void hidesASessionFromOthers() {
        String session = open("ada", "Private");

        assertThat(mvc.delete().uri("/sessions/{id}", session).header("Authorization", bearer("grace")))
                .hasStatus(404);
        assertThat(mvc.delete().uri("/sessions/{id}", session).header("Authorization", bearer("ada")))
                .hasStatus(204);
    }

    @Test
    @Tag("security")
    void issuesTokensForTheApiKeyAlone() {
        String order = "{\"subject\": \"ada\", \"minutes\": 5}";

        assertThat(post("/tokens", "X-API-Key", Secrets.get("API_KEY"), order)).hasStatus(201);
        assertThat(post("/tokens", "X-API-Key", Secrets.get("API_KEY") + "x", order))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \" \", \"minutes\": 5} | title is missing.",
                "{\"title\": \"t\", \"colour\": 1} | The body is not the JSON that is expected here.",
                "{\"title\": | The body is not the JSON that is expected here.",
            })
    void saysWhatIsWrongWithARequest(String body, String error) {
        assertThat(post("/sessions", "Authorization", bearer("ada"), body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("#[[$.error]]#")
                .isEqualTo(error);
    }

    private String bearer(String subject) {
        return "Bearer " + tokens.issue(subject, Duration.ofHours(1)).value();
    }

    private String open(String owner, String title) {
        MvcTestResult opened = post(
                "/sessions", "Authorization", bearer(owner), "{\"title\": \"" + title + "\", \"minutes\": 60}");
        assertThat(opened).hasStatus(201);
        String answer = new String(opened.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return answer.replaceFirst("(?s).*\"id\" *: *\"([^\"]+)\".*", "#[[$1]]#");
    }

    private void say(String owner, String session, String role, String text) {
        assertThat(post(
                        "/sessions/" + session + "/messages",
                        "Authorization",
                        bearer(owner),
                        "{\"role\": \"" + role + "\", \"text\": \"" + text + "\"}"))
                .hasStatus(201);
    }

    private MvcTestResult post(String path, String header, String value, String body) {
        return mvc.post()
                .uri(path)
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
