package ${package}.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ${package}.MovableClock;
import io.github.surefoot.worker.context.Credential;
import io.github.surefoot.worker.context.CredentialState;
import io.github.surefoot.worker.context.Credentials;
import io.github.surefoot.worker.context.MockContext;
import io.github.surefoot.worker.context.MockContexts;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Shows requests with mock credentials, made of the worker's secrets, to the guard. */
@Tag("security")
class RequestGuardTest {

    private final MovableClock clock = new MovableClock();
    private final ShareTokens shares = new ShareTokens(TestKeys.ofWorker(), clock);
    private RequestGuard guard;
    private MockContexts contexts;

    @BeforeEach
    void guard(@Credentials MockContexts ofWorker) {
        ServerKeys keys = TestKeys.ofWorker();
        guard = new RequestGuard(new ApiKeyCheck(keys), new AccessTokens(keys, clock), shares);
        contexts = ofWorker.withClock(clock).withSubject("ada");
    }

    @Test
    void letsValidCredentialsPass() throws Exception {
        assertThatCode(() -> guard.requireApiKey(headers(contexts.valid()))).doesNotThrowAnyException();
        assertThat(guard.requireBearer(headers(contexts.valid()))).isEqualTo(new Principal("ada"));
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG", "MISSING"})
    void refusesAnApiKeyThatIs(CredentialState state, @Credentials MockContexts ofWorker) {
        RequestHeaders headers = headers(ofWorker.only(Credential.API_KEY).all(state));

        assertRefused(() -> guard.requireApiKey(headers));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VALID")
    void refusesATokenThatIs(CredentialState state) {
        RequestHeaders headers =
                headers(contexts.only(Credential.BEARER_TOKEN).all(state));

        assertRefused(() -> guard.requireBearer(headers));
    }

    @Test
    void takesOneCredentialForNoOther() {
        RequestHeaders tokenOnly = headers(contexts.missing(Credential.API_KEY));
        RequestHeaders keyOnly = headers(contexts.missing(Credential.BEARER_TOKEN));

        assertRefused(() -> guard.requireApiKey(tokenOnly));
        assertRefused(() -> guard.requireBearer(keyOnly));
    }

    @Test
    void takesTheSchemeInAnyCase() throws Exception {
        MockContext context = contexts.valid();
        String token = context.header("Authorization").orElseThrow().substring("Bearer ".length());

        assertThat(guard.requireBearer(headers(context.with("Authorization", "bearer " + token))))
                .isEqualTo(new Principal("ada"));
        assertRefused(() -> guard.requireBearer(headers(context.with("Authorization", "Basic " + token))));
    }

    @Test
    void takesAShareTokenForItsSessionOnly() {
        String share = shares.seal("one", Duration.ofMinutes(1));
        RequestHeaders headers = headers(contexts.anonymous().with("X-Share-Token", share));

        assertThat(guard.isSharedWith(headers, "one")).isTrue();
        assertThat(guard.isSharedWith(headers, "two")).isFalse();
        assertThat(guard.isSharedWith(headers(contexts.valid()), "one")).isFalse();

        clock.advance(Duration.ofMinutes(1));
        assertThat(guard.isSharedWith(headers, "one")).isFalse();
    }

    private static RequestHeaders headers(MockContext context) {
        return name -> context.header(name).orElse(null);
    }

    private static void assertRefused(ThrowingCallable request) {
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(request);
    }
}
