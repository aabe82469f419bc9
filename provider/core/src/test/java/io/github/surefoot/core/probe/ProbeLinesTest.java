package io.github.surefoot.core.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.TestId;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.probe.ProbeRequest.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Maven and the JVMs of probes say to each other arrives as it was said. */
class ProbeLinesTest {
    private static final ProbeRequest REQUEST = new ProbeRequest(
            List.of(
                    List.of(new Item("shop.CartTest", true), new Item("next", true)),
                    List.of(new Item("[engine:x]/[test:a b\n%+é]", false))),
            "[engine:x]/[test:a b\n%+é]",
            OptionalLong.of(-7),
            3);

    @Test
    void aRequestIsReadAsItWasWritten() {
        assertThat(REQUEST.line()).matches("\\p{Graph}[\\p{Graph} ]*");
        assertThat(ProbeRequest.parse(REQUEST.line())).isEqualTo(REQUEST);
        ProbeRequest unseeded = new ProbeRequest(List.of(), "", OptionalLong.empty(), 0);
        assertThat(ProbeRequest.parse(unseeded.line())).isEqualTo(unseeded);
    }

    @Test
    void anOrderAndThatAllTestsAreToldArriveToo() {
        for (OrderKind kind : OrderKind.values()) {
            ProbeRequest told = new ProbeRequest(
                    REQUEST.requests(), "", OptionalLong.of(3), 2, StateLook.NONE, kind, kind != OrderKind.RANDOM);
            assertThat(ProbeRequest.parse(told.line())).isEqualTo(told);
            assertThat(ProbeRequest.parse(REQUEST.ordered(kind).line()).kind()).isEqualTo(kind);
        }
        assertThat(REQUEST.kind()).isEqualTo(OrderKind.RANDOM);
    }

    @Property
    void aTestIsReadAsItWasWrittenAndIsNoReply(@ForAll String name, @ForAll String message) {
        ProbedTest told = new ProbedTest(
                7,
                "[engine:x]/[test:" + sayable(name) + "]",
                new TestId("shop.CartTest", sayable(name)),
                ProbeReply.FAILED,
                "E",
                sayable(message),
                12);
        assertThat(ProbedTest.parse(told.line())).contains(told);
        assertThat(ProbeReply.parse(told.line())).isEmpty();
        assertThat(ProbedTest.parse(told.line() + " more")).isEmpty();
        assertThat(ProbedTest.parse("surefoot-probed a b c d e f g h")).isEmpty();
        assertThat(ProbedTest.parse(new ProbeReply(ProbeReply.PASSED, "", "", "").line()))
                .isEmpty();
    }

    /** Half of a surrogate pair is no text. */
    private static String sayable(String text) {
        return text.replaceAll("[\\ud800-\\udfff]", "");
    }

    @Test
    void whatIsComparedAndWhatChangedArriveToo() {
        StateLook look = new StateLook(true, List.of("shop.Cart", "look"), List.of("FIELD shop.Cart#items"));
        ProbeRequest request = new ProbeRequest(REQUEST.requests(), REQUEST.watched(), REQUEST.seed(), 3, look);
        assertThat(ProbeRequest.parse(request.line())).isEqualTo(request);

        ProbeReply reply = new ProbeReply(
                ProbeReply.FAILED,
                "E",
                "no",
                "",
                List.of(
                        new StateChange(StateChange.Sort.FIELD, "shop.Cart$Inner#items", ".all", "", 1, ""),
                        new StateChange(StateChange.Sort.THREAD, "the thread 'a b'", "", "", 0, "runs on")));
        assertThat(ProbeReply.parse(reply.line())).contains(reply);
        assertThat(ProbeReply.parse(reply.line() + " more")).isEmpty();
        ProbeReply kept =
                new ProbeReply(ProbeReply.FAILED, "E", "no", "a thread", reply.changes(), "/repo/a library.jar");
        assertThat(ProbeReply.parse(kept.line())).contains(kept);
        assertThat(reply.changes().get(0).at("Cart.java:14").by("CartTest"))
                .isEqualTo("Cart.Inner.items.all (Cart.java:14) holds 1 entry that CartTest put there");
        assertThat(reply.changes().get(1).by("CartTest")).isEqualTo("the thread 'a b' runs on after CartTest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a % 1",
                "a % 1 random class",
                "a % 1 random class X",
                "a % 1 random next other X",
                "a % 1 random next test",
                "a % 1 random look undone",
                "a % 1 random undone X",
                "a % 1 sideways next class X"
            })
    void whatIsNoRequestIsRefused(String line) {
        assertThatThrownBy(() -> ProbeRequest.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no request");
    }

    @Property
    void aReplyIsReadAsItWasWritten(@ForAll String type, @ForAll String message) {
        // Half of a surrogate pair is no text.
        String sayable = message.replaceAll("[\\ud800-\\udfff]", "");
        ProbeReply reply = new ProbeReply(ProbeReply.FAILED, type.replaceAll("[\\ud800-\\udfff]", ""), sayable, "");
        assertThat(ProbeReply.parse(reply.line())).contains(reply);
        assertThat(ProbeReply.isAlive(reply.line())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "surefoot-probe",
                "surefoot-probe passed",
                "surefoot-probe alive",
                "Hello",
                "surefoot-probe a b %zz d"
            })
    void whatTestsPrintIsNoReply(String line) {
        assertThat(ProbeReply.parse(line)).isEmpty();
    }

    @Test
    void aWorkersStartIsReadWholeOrNotAtAll(@TempDir Path dir) throws IOException {
        WorkerStart start = new WorkerStart(
                "/jdk",
                "/work dir",
                "/provider.jar",
                List.of("-Da=b c", "-Xmx1g"),
                List.of("/a.jar", "/b c"),
                Map.of("PATH", "/bin", "EMPTY", ""),
                Map.of("x", "line\nline"),
                Map.of("surefoot.rounds", "5"),
                Map.of("p", "q"));
        Path file = dir.resolve("start");
        start.write(file);

        assertThat(WorkerStart.read(file)).isEqualTo(start);

        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> WorkerStart.read(file)).hasMessageContaining("not whole");
        Files.write(file, List.of("home /jdk", "end"));
        assertThatThrownBy(() -> WorkerStart.read(file)).hasMessageContaining("there is no directory");
    }
}
