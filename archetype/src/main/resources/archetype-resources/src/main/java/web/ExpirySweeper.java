package ${package}.web;

import ${package}.session.SessionService;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes the sessions that have expired. */
@Component
class ExpirySweeper {

    private final SessionService sessions;

    ExpirySweeper(SessionService sessions) {
        this.sessions = sessions;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        sessions.sweep();
    }
}
