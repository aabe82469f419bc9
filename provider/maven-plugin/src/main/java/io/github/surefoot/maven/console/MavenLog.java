package io.github.surefoot.maven.console;

/**
 * The log of Maven 3, which keeps the stream that {@link System#out} was when Maven started. Maven itself has it look
 * again after {@code -l} has put a file in its place; so do we. Not while another thread may log.
 */
final class MavenLog {
    private MavenLog() {}

    /** Has the log look for {@link System#out} again; does nothing in a Maven that has no such log. */
    static void lookAgain() {
        ClassLoader maven = MavenLog.class.getClassLoader();
        try {
            Object loggers = Class.forName("org.slf4j.LoggerFactory", true, maven)
                    .getMethod("getILoggerFactory")
                    .invoke(null);
            Class<?> type = Class.forName("org.slf4j.ILoggerFactory", true, maven);
            Object configuration = Class.forName("org.apache.maven.cli.logging.Slf4jConfigurationFactory", true, maven)
                    .getMethod("getConfiguration", type)
                    .invoke(null, loggers);
            Class.forName("org.apache.maven.cli.logging.Slf4jConfiguration", true, maven)
                    .getMethod("activate")
                    .invoke(configuration);
        } catch (ReflectiveOperationException | LinkageError e) {
            // Whether the log follows is found out by what it prints: StatusConsole.open.
            return;
        }
    }
}
