package ${package}.http;

import ${package}.security.AccessToken;
import ${package}.security.AccessTokens;
import ${package}.security.NotAuthenticatedException;
import ${package}.security.RequestGuard;
import ${package}.security.ShareTokens;
import ${package}.session.Role;
import ${package}.session.SessionService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What each method and path does. */
final class Routes {

    private static final int DEFAULT_BUDGET = 4_000;

    private final SessionService sessions;
    private final RequestGuard guard;
    private final AccessTokens tokens;
    private final ShareTokens shares;

    Routes(SessionService sessions, RequestGuard guard, AccessTokens tokens, ShareTokens shares) {
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

    Response answer(Request request) throws IOException, NotAuthenticatedException {
        List<String> path = request.path();
        String first = path.isEmpty() ? "" : path.get(0);
        return switch (request.method() + " " + first + " " + path.size()) {
            case "GET health 1" -> Response.ok(Map.of("status", "up"));
            case "POST tokens 1" -> issue(request);
            case "GET search 1" -> search(request);
            case "GET sessions 1" -> Response.ok(sessions.sessionsOf(subject(request)));
            case "POST sessions 1" -> open(request);
            case "DELETE sessions 2" -> close(request, path.get(1));
            case "GET sessions 3" -> path.get(2).equals("context") ? window(request, path.get(1)) : notFound();
            case "POST sessions 3" -> post(request, path.get(1), path.get(2));
            default -> notFound();
        };
    }

    private Response post(Request request, String id, String what) throws IOException, NotAuthenticatedException {
        return switch (what) {
            case "messages" -> append(request, id);
            case "share" -> share(request, id);
            default -> notFound();
        };
    }

    private Response issue(Request request) throws IOException, NotAuthenticatedException {
        guard.requireApiKey(request.headers());
        TokenOrder order = request.body(TokenOrder.class);
        AccessToken token = tokens.issue(text("subject", order.subject()), minutes(order.minutes()));
        return Response.created(
                Map.of("token", token.value(), "expiresAt", token.expiresAt().toString()));
    }

    private Response open(Request request) throws IOException, NotAuthenticatedException {
        String owner = subject(request);
        SessionOrder order = request.body(SessionOrder.class);
        return Response.created(sessions.open(owner, text("title", order.title()), minutes(order.minutes())));
    }

    private Response append(Request request, String id) throws IOException, NotAuthenticatedException {
        own(request, id);
        MessageOrder order = request.body(MessageOrder.class);
        if (order.role() == null) {
            throw new BadRequestException("role is missing.");
        }
        return Response.created(sessions.append(id, order.role(), text("text", order.text())));
    }

    private Response share(Request request, String id) throws IOException, NotAuthenticatedException {
        own(request, id);
        ShareOrder order = request.body(ShareOrder.class);
        return Response.created(Map.of("token", shares.seal(id, minutes(order.minutes()))));
    }

    private Response close(Request request, String id) throws NotAuthenticatedException {
        own(request, id);
        sessions.close(id);
        return Response.noContent();
    }

    private Response window(Request request, String id) throws NotAuthenticatedException {
        if (!guard.isSharedWith(request.headers(), id)) {
            own(request, id);
        }
        return Response.ok(sessions.window(id, budget(request)));
    }

    private Response search(Request request) throws NotAuthenticatedException {
        String owner = subject(request);
        return Response.ok(sessions.search(owner, request.query("q").orElse("")));
    }

    private void own(Request request, String id) throws NotAuthenticatedException {
        sessions.requireOwner(id, subject(request));
    }

    private String subject(Request request) throws NotAuthenticatedException {
        return guard.requireBearer(request.headers()).subject();
    }

    private static int budget(Request request) {
        String value = request.query("budget").orElse(Integer.toString(DEFAULT_BUDGET));
        try {
            int budget = Integer.parseInt(value);
            if (budget >= 0) {
                return budget;
            }
        } catch (NumberFormatException e) {
            throw new BadRequestException("budget is a number of tokens, not '" + value + "'.");
        }
        throw new BadRequestException("budget is at least 0, not " + value + ".");
    }

    private static Duration minutes(long minutes) {
        // More than any limit below, and still no overflow.
        return Duration.ofMinutes(Math.max(0, Math.min(minutes, 1_000_000)));
    }

    private static String text(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new BadRequestException(name + " is missing.");
        }
        return value;
    }

    private static Response notFound() {
        return Response.error(404, "There is nothing here.");
    }
}
