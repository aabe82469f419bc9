package io.github.surefoot.worker.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeLineTest {
    private static final StackTraceElement WRITTEN = at("b.CartServiceTest", "CartServiceTest.java", 12);

    private static StackTraceElement at(String type, @Nullable String file, int line) {
        return new StackTraceElement(type, "add", file, line);
    }

    private static String first(StackTraceElement... frames) {
        return CodeLine.first(frames, name -> name.startsWith("b.") || name.contains("$Proxy"))
                .map(StackTraceElement::toString)
                .orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b.CartService$$SpringCGLIB$$0",
                "b.CartService$$EnhancerBySpringCGLIB$$8a1b2c",
                "b.CartService$$EnhancerByCGLIB$$8a1b2c",
                "b.CartService$$EnhancerByGuice$$1234",
                "b.CartService$$FastClassBySpringCGLIB$$8a1b2c",
                "b.$Proxy12",
                "jdk.proxy2.$Proxy12",
                "b.CartService$Proxy$_$$_WeldClientProxy",
                "b.CartService$Proxy$_$$_WeldSubclass",
                "b.CartService_$$_jvst5a3_0",
                "b.CartService$$OwbNormalScopeProxy0",
                "b.CartService$HibernateProxy$aB3dE",
                "b.CartService$MockitoMock$1234567",
                "b.CartService$ByteBuddy$xYz1",
                "b.$CartService$Definition$Intercepted",
                "b.CartService_ClientProxy",
                "b.CartService_Subclass"
            })
    void a_proxy_is_passed_over_with_a_line_or_without(String proxy) {
        assertThat(CodeLine.isGenerated(proxy)).isTrue();
        assertThat(first(at(proxy, "<generated>", -1), WRITTEN)).isEqualTo(WRITTEN.toString());
        assertThat(first(at(proxy, "CartService.java", 1), WRITTEN)).isEqualTo(WRITTEN.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b.Cart",
                "b.Cart$Proxy",
                "b.Cart$$anon$1",
                "b.Cart$$Lambda$5",
                "b.Subclass",
                "b.Cart$1",
                "b.ProxyOf"
            })
    void what_people_write_is_not(String type) {
        assertThat(first(at(type, "Cart.java", 3), WRITTEN)).endsWith("(Cart.java:3)");
    }

    @Test
    void a_frame_without_a_line_is_the_last_resort() {
        StackTraceElement bare = at("b.Cart", null, -1);
        assertThat(first(bare, WRITTEN)).isEqualTo(WRITTEN.toString());
        assertThat(first(at("b.Cart$$SpringCGLIB$$0", "<generated>", -1), bare)).isEqualTo(bare.toString());
        assertThat(first(at("b.Cart$$SpringCGLIB$$0", "<generated>", -1))).contains("SpringCGLIB");
        assertThat(first(at("org.library.Pool", "Pool.java", 3))).isEqualTo("none");
        assertThat(first()).isEqualTo("none");
    }
}
