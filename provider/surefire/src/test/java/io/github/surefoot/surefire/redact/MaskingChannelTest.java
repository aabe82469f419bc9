package io.github.surefoot.surefire.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.protocol.MaskingChannel;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Maven knows the channel by name only. */
class MaskingChannelTest {

    @Test
    void itsNameAndItsElementAreThose() {
        assertThat(MaskingChannel.CLASS).isEqualTo(RedactingForkNodeFactory.class.getName());
        assertThat(Arrays.stream(RedactingForkNodeFactory.class.getMethods())
                        .map(Method::getName)
                        .filter(name -> name.startsWith("set"))
                        .map(name -> Introspector.decapitalize(name.substring("set".length()))))
                .containsExactly(MaskingChannel.SECRETS_FILE);
    }
}
