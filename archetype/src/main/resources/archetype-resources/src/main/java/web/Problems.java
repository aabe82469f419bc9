package ${package}.web;

import ${package}.security.NotAuthenticatedException;
import ${package}.session.BudgetTooSmallException;
import ${package}.session.NoSuchSessionException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is answered where a request cannot be done. */
@RestControllerAdvice
class Problems {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(NotAuthenticatedException e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(error("Not authenticated."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unknown(NoSuchSessionException e) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(error(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooSmall(BudgetTooSmallException e) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(error(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> wrong(IllegalArgumentException e) {
        return ResponseEntity.badRequest().body(error(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException e) {
        return ResponseEntity.badRequest().body(error("The body is not the JSON that is expected here."));
    }

    private static Map<String, String> error(String message) {
        return Map.of("error", String.valueOf(message));
    }
}
