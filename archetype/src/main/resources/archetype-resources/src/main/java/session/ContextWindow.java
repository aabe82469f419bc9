package ${package}.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The part of a session that fits into a budget of tokens.
 *
 * @param messages in the order of the session
 * @param tokens what they cost together
 * @param omitted how many messages did not fit
 */
public record ContextWindow(List<Message> messages, int tokens, int omitted) {

    /** Copies the messages. */
    public ContextWindow {
        messages = List.copyOf(messages);
    }

    /**
     * Fits messages into a budget: every system message, then the newest others without a gap, as a reader would expect
     * of a conversation that was cut off at its beginning.
     *
     * @param all the messages of a session in order
     * @param budget tokens, at least 0
     * @throws BudgetTooSmallException if the system messages alone cost more
     */
    static ContextWindow fit(List<Message> all, int budget) {
        int needed = tokensOf(all.stream().filter(ContextWindow::isKept).toList());
        if (needed > budget) {
            throw new BudgetTooSmallException(budget, needed);
        }
        Deque<Message> chosen = new ArrayDeque<>();
        int left = budget - needed;
        boolean open = true;
        for (int i = all.size() - 1; i >= 0; i--) {
            Message message = all.get(i);
            if (isKept(message)) {
                chosen.addFirst(message);
            } else if (open && message.tokens() <= left) {
                left -= message.tokens();
                chosen.addFirst(message);
            } else {
                open = false;
            }
        }
        return new ContextWindow(new ArrayList<>(chosen), budget - left, all.size() - chosen.size());
    }

    private static boolean isKept(Message message) {
        return message.role() == Role.SYSTEM;
    }

    private static int tokensOf(List<Message> messages) {
        return messages.stream().mapToInt(Message::tokens).sum();
    }
}
