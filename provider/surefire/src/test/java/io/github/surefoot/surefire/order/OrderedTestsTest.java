package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.surefire.Samples.Apple;
import io.github.surefoot.surefire.Samples.Banana;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.junit.jupiter.api.Test;

class OrderedTestsTest {
    private final List<String> news = new ArrayList<>();

    private OrderedTests tests(boolean eachByItself) {
        return new OrderedTests(
                List.of(Banana.class, Apple.class),
                eachByItself,
                name -> news.add("+" + name.substring(name.indexOf('$') + 1)),
                name -> news.add("-" + name.substring(name.indexOf('$') + 1)));
    }

    private void drain(TestsToRun tests) {
        Iterator<Class<?>> classes = tests.iterator();
        while (classes.hasNext()) {
            news.add(classes.next().getSimpleName());
        }
    }

    @Test
    void eachByItselfIsAnnouncedWhenTakenUpAndWhenTheNextIsAskedFor() {
        OrderedTests tests = tests(true);
        assertThat(tests.allowEagerReading()).isFalse();
        drain(tests);
        assertThat(news).containsExactly("+Banana", "Banana", "-Banana", "+Apple", "Apple", "-Apple");
    }

    @Test
    void allAtOnceAreNotAnnouncedSinceReadingThemRunsNothing() {
        OrderedTests tests = tests(false);
        assertThat(tests.allowEagerReading()).isTrue();
        drain(tests);
        assertThat(news).containsExactly("Banana", "Apple");
    }

    @Test
    void askingTwiceWhetherThereIsANextEndsAClassOnce() {
        Iterator<Class<?>> classes = tests(true).iterator();
        classes.next();
        assertThat(classes.hasNext()).isTrue();
        assertThat(classes.hasNext()).isTrue();
        assertThat(news).containsExactly("+Banana", "-Banana");
    }

    @Test
    void queuedTestsComeFromTheQueueOneByOne() {
        TestsToRun queue = new TestsToRun(new LinkedHashSet<>(List.of(Apple.class, Banana.class)));
        QueuedTests tests = new QueuedTests(queue, name -> news.add("+"), name -> news.add("-"));
        assertThat(tests.allowEagerReading()).isFalse();
        drain(tests);
        assertThat(news).containsExactly("+", "Apple", "-", "+", "Banana", "-");
        assertThat(tests.iterated()).toIterable().containsExactly(Apple.class, Banana.class);
    }
}
