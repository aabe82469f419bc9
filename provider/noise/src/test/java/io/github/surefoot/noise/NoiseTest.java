package io.github.surefoot.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a project's classes see, and that it is nothing that Java rules out. */
class NoiseTest {
    private static final ZoneId HERE = ZoneId.systemDefault();

    @TempDir
    private Path directory;

    @Test
    @SuppressWarnings("unchecked")
    void midnight_is_between_the_first_two_looks_at_a_clock() throws Exception {
        List<LocalTime> times = (List<LocalTime>) new Noisy("clock=midnight").call("timesOfTwoLooks");
        assertThat(times.get(0)).isEqualTo(LocalTime.of(23, 59, 59, 999_000_000));
        assertThat(times.get(1)).isBefore(LocalTime.of(0, 10));
    }

    @Test
    @SuppressWarnings("unchecked")
    void all_that_tell_the_time_tell_the_same() throws Exception {
        List<LocalDate> days = (List<LocalDate>) new Noisy("clock=leap_day").call("days", HERE);
        assertThat(days).hasSize(23).allMatch(day -> day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == 29);
        assertThat(days.get(0)).isAfter(LocalDate.now(HERE));
        assertThat((Boolean) new Noisy("clock=leap_day").call("clocksAreAsTheJdks"))
                .isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_clock_goes_on_and_never_back() throws Exception {
        List<Long> looks = (List<Long>) new Noisy("clock=year_end").call("looks", 1_000);
        assertThat(looks).isSorted().doesNotHaveDuplicates();
        assertThat(looks.get(999) - looks.get(0)).isLessThan(600_000);
    }

    @ParameterizedTest
    @CsvSource({
        "MIDNIGHT, 2026-11-29T10:15:00, 2026-11-29T23:59:59.999",
        "MONTH_END, 2026-11-29T10:15:00, 2027-01-31T12:00:00",
        "MONTH_END, 2026-01-30T10:15:00, 2026-01-31T12:00:00",
        "MONTH_END, 2026-01-31T10:15:00, 2027-01-31T12:00:00",
        "YEAR_END, 2026-11-29T10:15:00, 2026-12-31T23:59:59.999",
        "LEAP_DAY, 2026-11-29T10:15:00, 2028-02-29T12:00:00",
        "LEAP_DAY, 2028-02-29T10:15:00, 2032-02-29T12:00:00",
        "LEAP_DAY, 2096-03-01T10:15:00, 2104-02-29T12:00:00"
    })
    void clocks_start_at_the_next_boundary(ClockStart start, LocalDateTime now, LocalDateTime expected) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        assertThat(start.after(now.atZone(zone).toInstant(), zone))
                .isEqualTo(expected.atZone(zone).toInstant());
        assertThat(Year.isLeap(expected.getYear()) || start != ClockStart.LEAP_DAY)
                .isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_has_no_order_has_another_one() throws Exception {
        List<Integer> usual = IntStream.range(0, 12).boxed().toList();
        List<List<Integer>> orders = (List<List<Integer>>) new Noisy("order=4").call("orders", 12);
        assertThat(orders).allSatisfy(order -> assertThat(order)
                .containsExactlyInAnyOrderElementsOf(usual)
                .isNotEqualTo(usual));
        assertThat(Set.copyOf(orders.subList(0, 12)))
                .as("alike for keys, values and entries, however they are gone through")
                .hasSize(1);
        assertThat(new Noisy("order=4").call("orders", 12)).as("in every run").isEqualTo(orders);
        assertThat(new Noisy("order=2").call("orders", 12)).isNotEqualTo(orders);
    }

    @Test
    void what_has_an_order_keeps_it() throws Exception {
        Collection<Integer> numbers = IntStream.range(0, 9).boxed().toList();
        List<?> all = (List<?>) new Noisy("order=1").call("ordered", 9);
        assertThat(all).hasSize(48);
        assertThat(all.subList(27, 30)).isEqualTo(List.of(0, 1, 2));
        for (int from : new int[] {0, 9, 18, 30, 39}) {
            assertThat(all.subList(from, from + 9)).isEqualTo(numbers);
        }
    }

    @Test
    void an_iterator_removes_and_finds_out_what_others_change() throws Exception {
        Noisy noisy = new Noisy("order=3");
        assertThat((Set<?>) noisy.call("removed", 8)).isEqualTo(Set.of(1, 3, 5, 7));
        assertThatThrownBy(() -> noisy.call("changed", new HashSet<>(Set.of(1, 2, 3))))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(() -> noisy.call("removedTwice", new HashSet<>(Set.of(1, 2, 3))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void reflection_lists_the_same_members_in_another_order() throws Exception {
        List<String> usual = (List<String>) new Noisy("threads=1").call("members", String.class);
        List<String> other = (List<String>) new Noisy("order=1").call("members", String.class);
        assertThat(other).containsExactlyInAnyOrderElementsOf(usual).isNotEqualTo(usual);
        assertThat(new Noisy("order=1").call("members", String.class)).isEqualTo(other);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_directory_lists_its_files_in_another_order() throws Exception {
        for (char name = 'a'; name <= 'l'; name++) {
            Files.createFile(directory.resolve(Character.toString(name)));
        }
        List<List<String>> usual = (List<List<String>>) new Noisy("threads=1").call("files", directory);
        List<List<String>> other = (List<List<String>>) new Noisy("order=1").call("files", directory);
        assertThat(other).hasSameSizeAs(usual);
        for (int i = 0; i < usual.size(); i++) {
            assertThat(other.get(i))
                    .containsExactlyInAnyOrderElementsOf(usual.get(i))
                    .isNotEqualTo(usual.get(i));
        }
        assertThat((Boolean) new Noisy("order=1").call("noDirectory", directory.resolve("a")))
                .isTrue();
    }

    @Test
    void tasks_begin_late_and_do_the_same() throws Exception {
        assertThat((List<?>) new Noisy("threads=5").call("tasks")).isEqualTo(List.of("named", "lambda", "thread"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clock", "order=", "order=x", "clock=noon", "zone=UTC"})
    void what_is_no_setting_is_refused(String text) {
        assertThatThrownBy(() -> NoiseSettings.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settings_may_be_several() {
        NoiseSettings settings = NoiseSettings.parse("clock=month_end,order=1,threads=2");
        assertThat(settings.clock()).contains(ClockStart.MONTH_END);
        assertThat(settings.order()).hasValue(1);
        assertThat(settings.threads()).hasValue(2);
    }

    @Test
    void the_jdk_and_test_frameworks_are_left_alone() {
        NoiseTransformer transformer = new NoiseTransformer(NoiseSettings.parse("order=1"));
        ClassLoader loader = getClass().getClassLoader();
        for (String name : List.of("java/util/List", "org/junit/Test", "org/testng/TestNG", "io/github/surefoot/A")) {
            assertThat(transformer.transform(loader, name, null, null, new byte[0]))
                    .isNull();
        }
        assertThat(transformer.transform(null, "shop/Cart", null, null, new byte[0]))
                .isNull();
    }
}
