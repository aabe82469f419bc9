package io.github.surefoot.worker.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.github.surefoot.worker.secret.HeldForTests;
import io.github.surefoot.worker.secret.Secrets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(HeldForTests.class)
class CredentialsTest {
    @Test
    void injectsAValidContext(@Credentials MockContext context) {
        assertThat(context.header("X-API-Key")).contains(Secrets.get("API_KEY"));
        assertThat(context.header("Authorization")).isPresent();
    }

    @Test
    void injectsOneWithAWrongKey(
            @Credentials(value = CredentialState.WRONG, of = Credential.API_KEY, only = Credential.API_KEY)
                    MockContext context) {
        assertThat(context.headers()).containsOnlyKeys("X-API-Key");
        assertThat(context.header("X-API-Key").orElseThrow()).isNotEqualTo(Secrets.get("API_KEY"));
    }

    @Test
    void injectsOneWithoutAnyCredential(@Credentials(CredentialState.MISSING) MockContext context) {
        assertThat(context.headers()).isEmpty();
    }

    @Test
    void injectsOneWithAnExpiredToken(@Credentials(CredentialState.EXPIRED) MockContext context) throws Exception {
        assertThat(context.header("X-API-Key")).contains(Secrets.get("API_KEY"));
        String token = context.header("Authorization").orElseThrow().substring("Bearer ".length());
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime()).isBefore(Instant.now());
    }

    @Test
    void injectsWhatMakesThem(@Credentials(only = Credential.BEARER_TOKEN) MockContexts contexts) {
        assertThat(contexts.valid().headers()).containsOnlyKeys("Authorization");
    }

    @ParameterizedTest
    @EnumSource
    void goesWithParameters(CredentialState state, @Credentials MockContexts contexts) {
        assertThat(contexts.all(state).headers()).hasSize(state == CredentialState.MISSING ? 0 : 2);
    }
}
