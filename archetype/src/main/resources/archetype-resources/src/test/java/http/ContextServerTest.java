package ${package}.http;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.MovableClock;
import ${package}.http.RunningServer.Answer;
import ${package}.security.AccessTokens;
import ${package}.security.TestKeys;
import io.github.surefoot.worker.database.WorkerDatabase;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("integration")
@WorkerDatabase
class ContextServerTest {

    private final MovableClock clock = new MovableClock();
    private RunningServer server;
    private Map<String, String> ada;

    @BeforeEach
    void start(DataSource database) throws Exception {
        server = new RunningServer(database, clock);
        ada = as("ada");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isUp() throws Exception {
        assertThat(server.get("/health", Map.of()).json().get("status").asText())
                .isEqualTo("up");
    }

    @Test
    void keepsAConversation() throws Exception {
        String session = open("Planning");

        Answer message = say(session, "SYSTEM", "Answer briefly.");
        say(session, "USER", "When do we ship?");
        Answer context = server.get("/sessions/" + session + "/context?budget=100", ada);

        assertThat(message.status()).isEqualTo(201);
        assertThat(context.status()).isEqualTo(200);
        assertThat(context.json().get("messages").findValuesAsText("text"))
                .containsExactly("Answer briefly.", "When do we ship?");
        assertThat(context.json().get("messages").get(0).get("writtenAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(context.json().get("omitted").asInt()).isZero();
    }

    @Test
    void cutsTheContextToTheBudget() throws Exception {
        String session = open("Long talk");
        say(session, "USER", "x".repeat(400));
        say(session, "USER", "y".repeat(40));

        Answer context = server.get("/sessions/" + session + "/context?budget=50", ada);

        assertThat(context.json().get("tokens").asInt()).isEqualTo(10);
        assertThat(context.json().get("omitted").asInt()).isEqualTo(1);
    }

    @Test
    void saysThatABudgetIsTooSmall() throws Exception {
        String session = open("Strict");
        say(session, "SYSTEM", "x".repeat(400));

        Answer context = server.get("/sessions/" + session + "/context?budget=99", ada);

        assertThat(context.status()).isEqualTo(409);
        assertThat(context.json().get("error").asText()).contains("need 100");
    }

    @Test
    void searchesWhatWasSaid() throws Exception {
        String session = open("Search");
        say(session, "USER", "The walrus was Paul & others");

        Answer found = server.get("/search?q=paul%20%26%20walrus", ada);

        assertThat(found.json().findValuesAsText("sessionId")).containsExactly(session);
    }

    @Test
    void listsAndCloses() throws Exception {
        String session = open("Short");
        assertThat(server.get("/sessions", ada).json().findValuesAsText("id")).contains(session);

        assertThat(server.send("DELETE", "/sessions/" + session, ada, "").status())
                .isEqualTo(204);

        assertThat(server.get("/sessions", ada).json().findValuesAsText("id")).doesNotContain(session);
        assertThat(server.send("DELETE", "/sessions/" + session, ada, "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sessions | {\"title\": \" \", \"minutes\": 5} | title is missing",
                "/sessions | {\"title\": \"t\", \"minutes\": 0} | A session lives from",
                "/sessions | {\"title\": \"t\", \"minutes\": 9223372036854775807} | A session lives from",
                "/sessions | {\"title\": \"t\", \"colour\": 1} | The body is not the JSON that is expected here",
                "/sessions | {\"title\": | The body is not the JSON that is expected here",
                "/sessions | null | The body is null",
            })
    void saysWhatIsWrongWithARequest(String path, String body, String error) throws Exception {
        Answer answer = server.post(path, ada, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).startsWith(error);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        String session = open("Flood");

        Answer answer = say(session, "USER", "x".repeat(Request.LARGEST_BODY));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).contains("larger than");
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /sessions/x/y/z", "PUT, /sessions", "POST, /sessions/x/likes", "GET, /sessions/x/likes"
    })
    void hasNothingElsewhere(String method, String path) throws Exception {
        assertThat(server.send(method, path, ada, "{}").status()).isEqualTo(404);
    }

    private Map<String, String> as(String subject) {
        String token = new AccessTokens(TestKeys.ofWorker(), clock)
                .issue(subject, Duration.ofHours(1))
                .value();
        return Map.of("Authorization", "Bearer " + token);
    }

    private String open(String title) throws Exception {
        Answer answer = server.post("/sessions", ada, "{\"title\": \"" + title + "\", \"minutes\": 60}");
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private Answer say(String session, String role, String text) throws Exception {
        return server.post(
                "/sessions/" + session + "/messages", ada, "{\"role\": \"" + role + "\", \"text\": \"" + text + "\"}");
    }
}
