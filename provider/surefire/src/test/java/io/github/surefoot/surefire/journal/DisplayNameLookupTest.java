package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Surefire 3.6.1, by {@code findings/surefire-looks-for-jupiter.sh}. */
class DisplayNameLookupTest {
    private static final String JUPITERS = DisplayName.class.getName();

    private final ClassLoader own = Thread.currentThread().getContextClassLoader();
    private final DisplayNameLookup lookup = new DisplayNameLookup();
    private final List<String> asked = new ArrayList<>();

    /** A class path without Jupiter, which says what it is asked for. */
    private final ClassLoader without = new ClassLoader("without", ClassLoader.getPlatformClassLoader()) {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked.add(name);
            return super.loadClass(name, resolve);
        }
    };

    @AfterEach
    void giveTheLoaderBack() {
        Thread.currentThread().setContextClassLoader(own);
    }

    /** Asks for a class as Surefire does while it is told. */
    @SuppressWarnings("try") // The thread has it meanwhile.
    private Class<?> find(String name) throws ClassNotFoundException {
        try (DisplayNameLookup.Given loader = lookup.toThisThread()) {
            return Thread.currentThread().getContextClassLoader().loadClass(name);
        }
    }

    @Test
    void whereJupiterIsMissingTheClassPathIsSearchedOnce() throws Exception {
        Thread.currentThread().setContextClassLoader(without);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> find(JUPITERS))
                    .withMessageContaining(JUPITERS);
        }
        assertThat(asked).containsExactly(JUPITERS);
        assertThat(find("java.sql.Driver")).isEqualTo(java.sql.Driver.class);
        assertThat(asked).containsExactly(JUPITERS, "java.sql.Driver");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(without);
    }

    @Test
    @SuppressWarnings("try") // The thread has it meanwhile.
    void whereJupiterIsThereNothingIsChanged() throws Exception {
        try (DisplayNameLookup.Given loader = lookup.toThisThread()) {
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
        }
        assertThat(find(JUPITERS)).isEqualTo(DisplayName.class);
    }

    @Test
    void eachClassPathIsAskedForItself() throws Exception {
        Thread.currentThread().setContextClassLoader(without);
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> find(JUPITERS));
        Thread.currentThread().setContextClassLoader(own);
        assertThat(find(JUPITERS)).isEqualTo(DisplayName.class);
    }

    @Test
    @SuppressWarnings("try") // The thread has it meanwhile.
    void aLoaderThatIsSetMeanwhileStays() throws Exception {
        Thread.currentThread().setContextClassLoader(without);
        try (DisplayNameLookup.Given loader = lookup.toThisThread()) {
            assertThat(Thread.currentThread().getContextClassLoader()).isNotSameAs(without);
            Thread.currentThread().setContextClassLoader(own);
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
    }
}
