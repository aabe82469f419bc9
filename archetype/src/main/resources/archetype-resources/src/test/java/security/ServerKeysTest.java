package ${package}.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.surefoot.worker.secret.Secrets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("security")
class ServerKeysTest {

    private static final List<String> NAMES = List.of("API_KEY", "JWT_SECRET_KEY", "JWT_ENCRYPTION_KEY");

    @Test
    void namesAllThatAreMissingAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ServerKeys.from(name -> null))
                .withMessageContainingAll("API_KEY", "JWT_SECRET_KEY", "JWT_ENCRYPTION_KEY");
    }

    @Test
    void refusesAKeyThatIsTooShortWithoutShowingIt() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        ServerKeys.from(name -> name.equals("JWT_SECRET_KEY") ? "hunter2-hunter2" : Secrets.get(name)))
                .withMessageContaining("JWT_SECRET_KEY is shorter than 32 bytes")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void showsNoSecretAsText() {
        String text = TestKeys.ofWorker().toString();

        assertThat(NAMES)
                .allSatisfy(name -> assertThat(text.contains(Secrets.get(name))).isFalse());
    }
}
