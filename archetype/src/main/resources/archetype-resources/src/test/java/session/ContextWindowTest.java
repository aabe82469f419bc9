package ${package}.session;

import static ${package}.session.Role.ASSISTANT;
import static ${package}.session.Role.SYSTEM;
import static ${package}.session.Role.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class ContextWindowTest {

    private static final List<Message> TALK = List.of(
            message(1, SYSTEM, 10),
            message(2, USER, 20),
            message(3, ASSISTANT, 30),
            message(4, USER, 5),
            message(5, ASSISTANT, 40));

    @ParameterizedTest
    @CsvSource({
        "105, 1 2 3 4 5, 105, 0",
        "104, 1 3 4 5, 85, 1",
        "85, 1 3 4 5, 85, 1",
        "84, 1 4 5, 55, 2",
        "54, 1 5, 50, 3",
        "49, 1, 10, 4",
        "10, 1, 10, 4"
    })
    void keepsSystemMessagesAndTheNewestOthers(int budget, String positions, int tokens, int omitted) {
        ContextWindow window = ContextWindow.fit(TALK, budget);

        assertThat(window.messages().stream().map(Message::position).map(String::valueOf))
                .containsExactly(positions.split(" "));
        assertThat(window.tokens()).isEqualTo(tokens);
        assertThat(window.omitted()).isEqualTo(omitted);
    }

    @Test
    void leavesNoGap() {
        List<Message> talk = List.of(message(1, USER, 1), message(2, USER, 100), message(3, USER, 1));

        assertThat(ContextWindow.fit(talk, 50).messages())
                .extracting(Message::position)
                .containsExactly(3);
    }

    @Test
    void saysWhatTheSystemMessagesNeed() {
        assertThatExceptionOfType(BudgetTooSmallException.class)
                .isThrownBy(() -> ContextWindow.fit(TALK, 9))
                .withMessage("The budget is 9 tokens; the system messages of this session need 10.");
    }

    @Test
    void isEmptyForAnEmptySession() {
        assertThat(ContextWindow.fit(List.of(), 0)).isEqualTo(new ContextWindow(List.of(), 0, 0));
    }

    private static Message message(int position, Role role, int tokens) {
        return new Message("s", position, role, "text", tokens, Instant.EPOCH);
    }
}
