package io.github.surefoot.surefire.loader;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a JVM has beside its classes, and every test can change, as it was at one moment. */
final class JvmState {
    private final List<StatePart> parts;
    private final RunningThreads threads;

    private JvmState(List<StatePart> parts, RunningThreads threads) {
        this.parts = parts;
        this.threads = threads;
    }

    /**
     * Remembers how it is now.
     *
     * @param limit how long the shutdown hooks of a round may take together
     * @param interrupts whether the project's own threads that run on are interrupted
     * @throws IllegalStateException if this JDK does not show what must be put back
     */
    static JvmState capture(Internals internals, Duration limit, boolean interrupts) {
        List<StatePart> parts = new ArrayList<>();
        // As at the end of a JVM: its threads still run when its hooks do, and hooks find everything as tests left it.
        parts.add(new ShutdownHooks(internals, limit));
        parts.add(new SpringBootHook(internals));
        parts.add(new Log4jContexts(internals));
        // A thread of theirs ends with the last of them.
        parts.add(new MemoryDatabases(internals));
        RunningThreads threads = new RunningThreads(internals, interrupts);
        parts.add(threads);
        parts.addAll(LibraryField.all(internals));
        parts.addAll(LibraryReset.all());
        parts.add(new ManagedBeans());
        parts.add(new JdbcDrivers(internals));
        parts.add(new StreamHandlers(internals));
        parts.add(JvmState::nativeLibraries);
        parts.add(new SecurityProviders());
        parts.addAll(ConsoleStreams.all());
        parts.addAll(sharedValues());
        parts.add(new SystemProperties());
        // By the properties, which say what they are to be.
        parts.add(JdkLogging.capture(internals));
        parts.addAll(ofLocale());
        parts.add(new JdkCaches(internals));
        return new JvmState(parts, threads);
    }

    private static List<StatePart> sharedValues() {
        return List.of(
                new SharedValue<>(
                        Thread::getDefaultUncaughtExceptionHandler, Thread::setDefaultUncaughtExceptionHandler),
                new SharedValue<>(CookieHandler::getDefault, CookieHandler::setDefault),
                new SharedValue<>(Authenticator::getDefault, Authenticator::setDefault),
                new SharedValue<>(ProxySelector::getDefault, ProxySelector::setDefault),
                new SharedValue<>(ResponseCache::getDefault, ResponseCache::setDefault),
                new SharedValue<>(URLConnection::getFileNameMap, URLConnection::setFileNameMap),
                new SharedValue<>(HttpURLConnection::getFollowRedirects, HttpURLConnection::setFollowRedirects));
    }

    /** After the properties, from which the JDK makes them anew. */
    private static List<StatePart> ofLocale() {
        return List.of(
                new SharedValue<>(Locale::getDefault, Locale::setDefault),
                new SharedValue<>(
                        () -> Locale.getDefault(Locale.Category.DISPLAY),
                        locale -> Locale.setDefault(Locale.Category.DISPLAY, locale)),
                new SharedValue<>(
                        () -> Locale.getDefault(Locale.Category.FORMAT),
                        locale -> Locale.setDefault(Locale.Category.FORMAT, locale)),
                new DefaultZone());
    }

    private static List<LeftBehind> nativeLibraries(RoundLoader over) {
        return over.nativeLibraries().stream()
                .map(name -> new LeftBehind("the native library '" + name + "'", ""))
                .toList();
    }

    /** Tells of threads of rounds that are over: see {@link RunningThreads#atWork}. */
    Optional<String> threadsAtWork() {
        return threads.atWork();
    }

    /** Takes what is new of what cannot be put back for a class's: see {@link RunningThreads#startedBy}. */
    void leftBy(String className) {
        threads.startedBy(className);
    }

    /**
     * Puts all back as it was.
     *
     * @param over the loader of the round that is over
     * @return what cannot be put back
     */
    List<LeftBehind> restore(RoundLoader over) {
        return parts.stream().flatMap(part -> part.restore(over).stream()).toList();
    }
}
