package it;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A bean that keeps what it is given, in a context that classes share. */
class Basket {
    final List<String> items = new ArrayList<>();

    @Configuration
    static class Context {
        @Bean
        Basket basket() {
            return new Basket();
        }
    }
}
