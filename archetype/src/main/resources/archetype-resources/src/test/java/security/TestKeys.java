package ${package}.security;

import io.github.surefoot.worker.secret.Secrets;

/** The server's keys as the worker holds them: no secret stands in a source file. */
public final class TestKeys {

    private TestKeys() {}

    /** Returns the worker's own. */
    public static ServerKeys ofWorker() {
        return ServerKeys.from(Secrets::get);
    }

    /** Returns other keys than the worker's. */
    public static ServerKeys ofAnotherServer() {
        return ServerKeys.from(name -> new StringBuilder(Secrets.get(name)).reverse() + "-another");
    }
}
