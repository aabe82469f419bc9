package io.github.surefoot.worker.context;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects a {@link MockContext} into a parameter of a JUnit Jupiter test, or a {@link MockContexts} to make several.
 *
 * <pre>{@code
 * @Test
 * void refusesAnExpiredToken(@Credentials(CredentialState.EXPIRED) MockContext context) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(MockContextExtension.class)
public @interface Credentials {
    /** In what state the credentials are that {@link #of} names; the others are valid. */
    CredentialState value() default CredentialState.VALID;

    /** Which credentials are in that state. */
    Credential[] of() default {Credential.API_KEY, Credential.BEARER_TOKEN};

    /** Which credentials are shown at all. */
    Credential[] only() default {Credential.API_KEY, Credential.BEARER_TOKEN};
}
