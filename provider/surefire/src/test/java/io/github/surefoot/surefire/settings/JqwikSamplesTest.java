package io.github.surefoot.surefire.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JqwikSamplesTest {
    @TempDir
    private Path dir;

    private final Map<String, String> parameters = new HashMap<>();

    @Test
    void eachRequestHasAFileOfItsOwn() {
        JqwikSamples samples = new JqwikSamples(getClass().getClassLoader());

        samples.ofClass(dir.resolve("r1w1.jqwik"), "shop.CartTest", parameters);
        assertThat(parameters)
                .containsOnlyKeys("jqwik.database")
                .containsValue(dir.resolve("r1w1.jqwik/shop.CartTest.samples").toString());
        samples.ofAll(dir.resolve("r1w1.jqwik"), parameters);
        assertThat(parameters)
                .containsValue(dir.resolve("r1w1.jqwik/all-classes.samples").toString());
        assertThat(dir.resolve("r1w1.jqwik")).isEmptyDirectory();
    }

    @Test
    void aProjectWithoutJqwikGetsNothing() throws Exception {
        try (URLClassLoader without = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            new JqwikSamples(without).ofAll(dir.resolve("r1w1.jqwik"), parameters);
        }

        assertThat(parameters).isEmpty();
        assertThat(dir.resolve("r1w1.jqwik")).doesNotExist();
    }
}
