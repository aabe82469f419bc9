package ${package}.http;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.MovableClock;
import ${package}.http.RunningServer.Answer;
import io.github.surefoot.worker.context.Credential;
import io.github.surefoot.worker.context.Credentials;
import io.github.surefoot.worker.context.MockContexts;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.secret.Secrets;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way of a credential: from the API key to a token, to a session, to someone it is shared with. */
@Tag("security")
@WorkerDatabase
class AuthenticationTest {

    private final MovableClock clock = new MovableClock();
    private RunningServer server;

    @BeforeEach
    void start(DataSource database) throws Exception {
        server = new RunningServer(database, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesATokenForTheApiKey() throws Exception {
        Answer answer = order("ada", Secrets.get("API_KEY"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("expiresAt").asText())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)).toString());
        assertThat(server.get("/sessions", bearer(answer)).status()).isEqualTo(200);
    }

    @Test
    void givesNoTokenForAWrongKey() throws Exception {
        Answer answer = order("ada", Secrets.get("API_KEY") + "x");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.raw().body()).isEqualTo("{\"error\":\"Not authenticated.\"}");
    }

    @Test
    void takesATokenNoLongerThanItHolds() throws Exception {
        Map<String, String> ada = bearer(order("ada", Secrets.get("API_KEY")));

        clock.advance(Duration.ofMinutes(5));

        assertThat(server.get("/sessions", ada).status()).isEqualTo(401);
    }

    @Test
    void knowsWhoCallsByTheToken(@Credentials MockContexts ofWorker) throws Exception {
        MockContexts ada = ofWorker.withClock(clock).withSubject("ada");
        String session = open(ada.valid().headers());

        assertThat(server.get("/sessions", ada.valid().headers()).json().findValuesAsText("id"))
                .contains(session);
        assertThat(server.get("/sessions", ada.expired().headers()).status()).isEqualTo(401);
        assertThat(server.get("/sessions", ada.wrong(Credential.BEARER_TOKEN).headers())
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /sessions",
        "POST, /sessions",
        "GET, /search?q=x",
        "POST, /sessions/x/messages",
        "POST, /sessions/x/share",
        "GET, /sessions/x/context",
        "DELETE, /sessions/x",
        "POST, /tokens"
    })
    void letsNobodyInWithoutACredential(String method, String path) throws Exception {
        Answer answer = server.send(method, path, Map.of(), "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void hidesSessionsFromOthers() throws Exception {
        Map<String, String> ada = bearer(order("ada", Secrets.get("API_KEY")));
        Map<String, String> eve = bearer(order("eve", Secrets.get("API_KEY")));
        String session = open(ada);

        Answer ofAnother = server.get("/sessions/" + session + "/context", eve);
        Answer ofNone = server.get("/sessions/none/context", eve);

        assertThat(ofAnother.status()).isEqualTo(404);
        assertThat(ofAnother.raw().body()).isEqualTo(ofNone.raw().body());
    }

    @Test
    void letsTheHolderOfAShareTokenReadThatSessionOnly() throws Exception {
        Map<String, String> ada = bearer(order("ada", Secrets.get("API_KEY")));
        String shared = open(ada);
        String other = open(ada);
        Answer share = server.post("/sessions/" + shared + "/share", ada, "{\"minutes\": 5}");
        Map<String, String> holder =
                Map.of("X-Share-Token", share.json().get("token").asText());

        assertThat(server.get("/sessions/" + shared + "/context", holder).status())
                .isEqualTo(200);
        assertThat(server.get("/sessions/" + other + "/context", holder).status())
                .isEqualTo(401);
        assertThat(server.send("DELETE", "/sessions/" + shared, holder, "").status())
                .isEqualTo(401);

        clock.advance(Duration.ofMinutes(5));
        assertThat(server.get("/sessions/" + shared + "/context", holder).status())
                .isEqualTo(401);
    }

    private Answer order(String subject, String apiKey) throws Exception {
        return server.post(
                "/tokens", Map.of("X-API-Key", apiKey), "{\"subject\": \"" + subject + "\", \"minutes\": 5}");
    }

    private String open(Map<String, String> credentials) throws Exception {
        return server.post("/sessions", credentials, "{\"title\": \"A plan\", \"minutes\": 60}")
                .json()
                .get("id")
                .asText();
    }

    private static Map<String, String> bearer(Answer token) {
        return Map.of("Authorization", "Bearer " + token.json().get("token").asText());
    }
}
