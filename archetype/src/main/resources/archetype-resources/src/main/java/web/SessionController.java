package ${package}.web;

import ${package}.security.AccessToken;
import ${package}.security.AccessTokens;
import ${package}.security.NotAuthenticatedException;
import ${package}.security.RequestGuard;
import ${package}.security.RequestHeaders;
import ${package}.security.ShareTokens;
import ${package}.session.ContextWindow;
import ${package}.session.Message;
import ${package}.session.Role;
import ${package}.session.Session;
import ${package}.session.SessionService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What each method and path does. */
@RestController
class SessionController {

    private final SessionService sessions;
    private final RequestGuard guard;
    private final AccessTokens tokens;
    private final ShareTokens shares;

    SessionController(SessionService sessions, RequestGuard guard, AccessTokens tokens, ShareTokens shares) {
        this.sessions = sessions;
        this.guard = guard;
        this.tokens = tokens;
        this.shares = shares;
    }

    /** The body of {@code POST /tokens}. */
    record TokenOrder(String subject, long minutes) {}

    /** The body of {@code POST /sessions}. */
    record SessionOrder(String title, long minutes) {}

    /** The body of {@code POST /sessions/ID/messages}. */
    record MessageOrder(Role role, String text) {}

    /** The body of {@code POST /sessions/ID/share}. */
    record ShareOrder(long minutes) {}

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "up");
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> issue(@RequestHeader HttpHeaders headers, @RequestBody TokenOrder order)
            throws NotAuthenticatedException {
        guard.requireApiKey(headers::getFirst);
        AccessToken token = tokens.issue(text("subject", order.subject()), minutes(order.minutes()));
        return Map.of("token", token.value(), "expiresAt", token.expiresAt().toString());
    }

    @GetMapping("/sessions")
    List<Session> list(@RequestHeader HttpHeaders headers) throws NotAuthenticatedException {
        return sessions.sessionsOf(subject(headers::getFirst));
    }

    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Session open(@RequestHeader HttpHeaders headers, @RequestBody SessionOrder order)
            throws NotAuthenticatedException {
        return sessions.open(
                subject(headers::getFirst), text("title", order.title()), minutes(order.minutes()));
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@RequestHeader HttpHeaders headers, @PathVariable String id) throws NotAuthenticatedException {
        own(headers::getFirst, id);
        sessions.close(id);
    }

    @PostMapping("/sessions/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Message append(@RequestHeader HttpHeaders headers, @PathVariable String id, @RequestBody MessageOrder order)
            throws NotAuthenticatedException {
        own(headers::getFirst, id);
        if (order.role() == null) {
            throw new IllegalArgumentException("role is missing.");
        }
        return sessions.append(id, order.role(), text("text", order.text()));
    }

    @GetMapping("/sessions/{id}/context")
    ContextWindow window(
            @RequestHeader HttpHeaders headers,
            @PathVariable String id,
            @RequestParam(defaultValue = "4000") int budget)
            throws NotAuthenticatedException {
        if (!guard.isSharedWith(headers::getFirst, id)) {
            own(headers::getFirst, id);
        }
        if (budget < 0) {
            throw new IllegalArgumentException("budget is at least 0, not " + budget + ".");
        }
        return sessions.window(id, budget);
    }

    @PostMapping("/sessions/{id}/share")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> share(
            @RequestHeader HttpHeaders headers, @PathVariable String id, @RequestBody ShareOrder order)
            throws NotAuthenticatedException {
        own(headers::getFirst, id);
        return Map.of("token", shares.seal(id, minutes(order.minutes())));
    }

    @GetMapping("/search")
    List<Message> search(@RequestHeader HttpHeaders headers, @RequestParam(defaultValue = "") String q)
            throws NotAuthenticatedException {
        return sessions.search(subject(headers::getFirst), q);
    }

    private void own(RequestHeaders headers, String id) throws NotAuthenticatedException {
        sessions.requireOwner(id, subject(headers));
    }

    private String subject(RequestHeaders headers) throws NotAuthenticatedException {
        return guard.requireBearer(headers).subject();
    }

    private static Duration minutes(long minutes) {
        // More than any limit below, and still no overflow.
        return Duration.ofMinutes(Math.max(0, Math.min(minutes, 1_000_000)));
    }

    private static String text(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing.");
        }
        return value;
    }
}
