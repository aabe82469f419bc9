package io.github.surefoot.surefire.probe.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.probe.StateChange;
import io.github.surefoot.core.probe.StateLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What is left behind is told without values, and undone. */
class StateWatchTest {
    private static final String NAME = Left.class.getName();
    private static final String CANARY = "canary-4711-value";

    private static StateWatch begin(List<String> undone) throws IOException {
        return StateWatch.begin(
                new StateLook(true, List.of(NAME, "no.such.Type"), undone), Left.class.getClassLoader());
    }

    private static List<String> left(Runnable doing) throws IOException {
        StateWatch watch = begin(List.of());
        doing.run();
        watch.beforeTheLast();
        List<String> told = watch.changes().stream()
                .filter(change -> change.sort() != StateChange.Sort.FILE)
                .map(change -> change.by("X"))
                .toList();
        watch.undoAll();
        return told;
    }

    @Test
    void eachFieldIsToldByWhatChangedInIt() throws IOException {
        assertThat(left(() -> {
                    Left.LIST.addAll(List.of("two", "three"));
                    Left.MAP.clear();
                    Left.COUNT.incrementAndGet();
                    Left.USER.set(CANARY);
                    Left.OPEN.get().add("file");
                    Left.NUMBERS[1] = 7;
                    Left.HOLDER.entries.add("x");
                    Left.HOLDERS.get(0).number = 2;
                    Left.number = 2;
                    Left.flag = true;
                    Left.text = CANARY;
                    Left.object = new Left.Holder();
                    Left.replaced = List.of("a");
                }))
                .containsExactlyInAnyOrder(
                        "Left.LIST holds 2 entries that X put there",
                        "Left.MAP has lost 1 entry after X",
                        "Left.COUNT is 4, and was 3, after X",
                        "Left.USER is set, and was not, after X",
                        "Left.OPEN holds 1 entry that X put there",
                        "Left.NUMBERS[1] is 7, and was 2, after X",
                        "Left.HOLDER.entries holds 1 entry that X put there",
                        "Left.HOLDERS holds other entries after X",
                        "Left.number is 2, and was 1, after X",
                        "Left.flag is true, and was false, after X",
                        "Left.text is another text after X",
                        "Left.object is another object after X",
                        "Left.replaced has lost 2 entries after X");
        assertThat(Left.LIST).containsExactly("one");
        assertThat(Left.MAP).containsEntry("a", 1);
        assertThat(Left.COUNT).hasValue(3);
        assertThat(Left.USER.get()).isNull();
        assertThat(Left.OPEN.get()).isEmpty();
        assertThat(Left.NUMBERS).containsExactly(1, 2, 3);
        assertThat(Left.HOLDER.entries).isEmpty();
        assertThat(Left.HOLDERS.get(0).number).isEqualTo(1);
        assertThat(Left.number).isEqualTo(1);
        assertThat(Left.flag).isFalse();
        assertThat(Left.text).isEqualTo("before");
        assertThat(Left.object).isEqualTo("before");
        assertThat(Left.replaced).hasSize(3);
    }

    @Test
    void whatTheJvmHasIsToldAndPutBack() throws IOException {
        Locale locale = Locale.getDefault();
        Locale formats = Locale.getDefault(Locale.Category.FORMAT);
        TimeZone zone = TimeZone.getDefault();
        String user = System.getProperty("user.name");
        List<Thread> started = new ArrayList<>();

        List<String> told = left(() -> {
            Locale.setDefault(Locale.forLanguageTag("th-TH"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            System.setProperty("left.secret", CANARY);
            System.setProperty("user.name", CANARY);
            Thread thread = new Thread(LockSupport::park, "left-behind");
            thread.setDaemon(true);
            thread.start();
            started.add(thread);
        });

        assertThat(told)
                .contains(
                        "the system property left.secret is set after X",
                        "the system property user.name is another after X",
                        "the thread 'left-behind' runs on after X")
                .anyMatch(line -> line.startsWith("the default locale is th-TH, and was "))
                .anyMatch(line -> line.startsWith("the default time zone is Pacific/Kiritimati, and was "))
                .noneMatch(line -> line.contains(CANARY));
        assertThat(Locale.getDefault()).isEqualTo(locale);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(formats);
        assertThat(TimeZone.getDefault()).isEqualTo(zone);
        assertThat(System.getProperty("user.name")).isEqualTo(user);
        assertThat(System.getProperty("left.secret")).isNull();
        assertThat(started).noneMatch(Thread::isAlive);
    }

    @Test
    void filesOfTheWorkingDirectoryAreToldAndPutBack() throws IOException {
        Path file = Path.of("target", "left-by-a-test");
        StateWatch watch = begin(List.of("FILE the file " + file));
        Files.writeString(file, CANARY);

        watch.beforeTheLast();

        assertThat(watch.changes())
                .contains(new StateChange(StateChange.Sort.FILE, "the file " + file, "", "", 0, "is there"));
        assertThat(file).doesNotExist();
    }

    @Test
    void onlyWhatIsToBeUndoneIs() throws IOException {
        StateWatch watch = begin(List.of("FIELD " + NAME + "#number"));
        Left.number = 5;
        Left.flag = true;

        watch.beforeTheLast();

        assertThat(Left.number).isEqualTo(1);
        assertThat(Left.flag).isTrue();
        Left.flag = false;
    }

    @Test
    void whatNobodyAskedForIsNotCompared() throws IOException {
        StateWatch watch = StateWatch.begin(StateLook.NONE, Left.class.getClassLoader());
        Left.flag = true;
        watch.beforeTheLast();
        Left.flag = false;

        assertThat(watch.changes()).isEmpty();
    }
}
