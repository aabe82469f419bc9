package io.github.surefoot.maven;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * Does something when a build is over, whether it failed or not and whichever module was the last one: no goal knows that. It
 * listens beside who listened before. Each Maven has its own listener, with methods that others lack.
 */
final class EndOfBuild implements InvocationHandler {
    private static final String OVER = "sessionEnded";

    private final ExecutionListener others;
    private final Runnable last;

    private EndOfBuild(ExecutionListener others, Runnable last) {
        this.others = others;
        this.last = last;
    }

    /** Has something done once Maven has told of the end of this build. */
    static void of(MavenSession session, Runnable last) {
        @Nullable ExecutionListener others = session.getRequest().getExecutionListener();
        EndOfBuild end = new EndOfBuild(others == null ? new AbstractExecutionListener() {} : others, last);
        session.getRequest().setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                EndOfBuild.class.getClassLoader(), new Class<?>[] {ExecutionListener.class}, end));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(others, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            if (method.getName().equals(OVER)) {
                last.run();
            }
        }
    }
}
