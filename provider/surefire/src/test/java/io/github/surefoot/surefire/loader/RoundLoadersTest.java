package io.github.surefoot.surefire.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs with a small project and libraries of its own, in rounds. */
@Tag("slow")
class RoundLoadersTest {
    private static final List<String> IN_EACH_ROUND = List.of(
            "logged in round 1", "1: over", "logged in round 2", "2: over", "logged in round 3", "3: over", "end");

    @TempDir
    private Path root;

    private RenewingJvm jvm;

    @BeforeEach
    void newProject() {
        jvm = new RenewingJvm(root).entry("tests", true).entry("classes", true).entry("library", false);
    }

    @Test
    void theProjectsClassesAreNewEachRoundAndThoseOfLibrariesStay() throws Exception {
        jvm.source("library", "lib.Counter", """
                package lib;
                public class Counter { private static int calls; public static int next() { return ++calls; } }
                """)
                .source("classes", "own.Counter", """
                package own;
                public class Counter { static int calls; }
                """)
                .source("tests", "own.CounterTest", """
                package own;
                public class CounterTest {
                    public static String count(int round) { return ++Counter.calls + " of " + lib.Counter.next(); }
                }
                """);

        assertThat(jvm.run(3, "own.CounterTest#count")).containsExactly("1: 1 of 1", "2: 1 of 2", "3: 1 of 3", "end");
    }

    @Test
    void libraryPoolThreadAndSystemResourceSeeTheRoundsOwnClasses() throws Exception {
        jvm.resource("tests", "config.txt", "the project's")
                .source("library", "lib.Finder", """
                package lib;
                public class Finder {
                    public static Class<?> find(String name) throws Exception {
                        return Finder.class.getClassLoader().loadClass(name);
                    }
                    public static boolean finds(String resource) {
                        return Finder.class.getResource(resource) != null;
                    }
                }
                """)
                .source("tests", "own.Seen", """
                package own;
                import java.util.concurrent.CompletableFuture;
                public class Seen {
                    public static String look(int round) throws Exception {
                        Class<?> inPool = CompletableFuture.supplyAsync(Seen::inPool).get();
                        return (lib.Finder.find("own.Seen") == Seen.class)
                            + " " + lib.Finder.finds("/config.txt")
                            + " " + (ClassLoader.getSystemClassLoader().loadClass("own.Seen") == Seen.class)
                            + " " + (ClassLoader.getSystemResource("config.txt") != null)
                            + " " + (inPool == Seen.class)
                            + " " + (javax.tools.ToolProvider.getSystemJavaCompiler() != null);
                    }
                    static Class<?> inPool() {
                        try {
                            return Thread.currentThread().getContextClassLoader().loadClass("own.Seen");
                        } catch (ClassNotFoundException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
                """);

        assertThat(jvm.run(2, "own.Seen#look"))
                .startsWith("1: true true true true true true", "2: true true true true true true");
    }

    @Test
    void aClassThatTheJvmFilesUnderTheSystemsLoaderIsNamed() throws Exception {
        jvm.source("tests", "own.Filed", """
                package own;
                public class Filed {
                    public static boolean look(int round) throws Exception {
                        return Class.forName("own.Filed", true, ClassLoader.getSystemClassLoader()) == Filed.class;
                    }
                    public static boolean once(int round) throws Exception { return round > 1 || look(round); }
                }
                """);

        assertThat(jvm.run(1, "own.Filed#look")).contains("1: true", "1 pinned own.Filed");
        assertThat(jvm.run(2, "own.Filed#once")).contains("1 pinned own.Filed").doesNotContain("2 pinned own.Filed");
    }

    @Test
    void whatStandsFirstOnTheClassPathCounts() throws Exception {
        RenewingJvm mixed = new RenewingJvm(root)
                .entry("tests", true)
                .entry("patch", false)
                .entry("classes", true)
                .entry("library", false);
        for (String directory : List.of("library", "classes", "patch")) {
            mixed.resource(directory, "which.txt", directory).source(directory, "both.Which", """
                    package both;
                    public class Which { public static String entry() { return "%s"; } }
                    """.formatted(directory));
        }
        mixed.source("tests", "own.Asks", """
                package own;
                public class Asks {
                    public static String which(int round) throws Exception {
                        StringBuilder all = new StringBuilder(both.Which.entry());
                        for (var url : java.util.Collections.list(ClassLoader.getSystemResources("which.txt"))) {
                            all.append(' ').append(new String(url.openStream().readAllBytes()));
                        }
                        return all + " " + (Asks.class.getResource("/which.txt").getPath().contains("patch"));
                    }
                }
                """);

        assertThat(mixed.run(2, "own.Asks#which"))
                .contains("1: patch patch classes library true", "2: patch patch classes library true");
    }

    @Test
    void eachRoundBeginsInTheStateOfTheJvmBeforeTheFirst() throws Exception {
        jvm.source("tests", "own.Driver", """
                package own;
                import java.sql.*;
                public class Driver implements java.sql.Driver {
                    public Connection connect(String url, java.util.Properties p) { return null; }
                    public boolean acceptsURL(String url) { return false; }
                    public DriverPropertyInfo[] getPropertyInfo(String u, java.util.Properties p) { return null; }
                    public int getMajorVersion() { return 1; }
                    public int getMinorVersion() { return 1; }
                    public boolean jdbcCompliant() { return false; }
                    public java.util.logging.Logger getParentLogger() { return null; }
                }
                """)
                .source("tests", "own.BeanMBean", """
                package own;
                public interface BeanMBean { int getValue(); }
                """)
                .source("tests", "own.Bean", """
                package own;
                public class Bean implements BeanMBean { public int getValue() { return 1; } }
                """)
                .source("tests", "own.State", """
                package own;
                import java.net.*;
                import java.util.*;
                import java.util.logging.*;
                public class State {
                    static final ThreadLocal<String> LOCAL = new ThreadLocal<>();
                    static final Properties OTHER = new Properties();
                    public static String tell(int round) throws Exception {
                        String found = System.getProperty("own") + " " + System.getProperty("user.timezone")
                            + " " + System.getProperty("user.name").equals("x")
                            + " " + Locale.getDefault().equals(Locale.forLanguageTag("tlh"))
                            + " " + TimeZone.getDefault().getID().equals("Asia/Kathmandu")
                            + " " + (System.out instanceof Out) + " " + (System.err instanceof Out)
                            + " " + Thread.getDefaultUncaughtExceptionHandler() + " " + CookieHandler.getDefault()
                            + " " + Authenticator.getDefault()
                            + " " + java.security.Security.getProvider("Own")
                            + " " + java.util.Collections.list(java.sql.DriverManager.getDrivers())
                            + " " + Logger.getLogger("").getHandlers().length
                            + " " + Logger.getLogger("own").getLevel() + " " + beans().isRegistered(name())
                            + " " + Thread.currentThread().getName();
                        change();
                        return found;
                    }
                    static class Out extends java.io.PrintStream { Out() { super(System.err); } }
                    static javax.management.MBeanServer beans() {
                        return java.lang.management.ManagementFactory.getPlatformMBeanServer();
                    }
                    static javax.management.ObjectName name() throws Exception {
                        return new javax.management.ObjectName("own:type=Bean");
                    }
                    static void change() throws Exception {
                        System.setProperty("own", "set");
                        System.setProperty("user.name", "x");
                        System.setProperties(new Properties(System.getProperties()));
                        Locale.setDefault(Locale.forLanguageTag("tlh"));
                        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                        System.setErr(new Out());
                        System.setOut(new Out());
                        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
                        CookieHandler.setDefault(new CookieManager());
                        Authenticator.setDefault(new Authenticator() {});
                        java.security.Security.insertProviderAt(
                            new java.security.Provider("Own", "1", "") {}, 1);
                        java.sql.DriverManager.registerDriver(new Driver());
                        Logger.getLogger("").addHandler(new ConsoleHandler() {});
                        Logger.getLogger("own").setLevel(Level.FINEST);
                        beans().registerMBean(new Bean(), name());
                        LOCAL.set("mine");
                    }
                }
                """);

        String fresh = ": null null false false false false false null null null null [] 1 null false main";
        assertThat(jvm.run(3, "own.State#tell")).containsExactly("1" + fresh, "2" + fresh, "3" + fresh, "end");
    }

    /** The JDK's handler keeps the stream that it finds when somebody logs for the first time. */
    @Test
    void whatTheJdkLogsGoesToTheStreamOfTheRound() throws Exception {
        jvm.source("tests", "own.Logs", """
                package own;
                import java.io.*;
                import java.util.logging.*;
                public class Logs {
                    static final Logger LOGGER = Logger.getLogger("own");
                    public static String log(int round) {
                        ByteArrayOutputStream said = new ByteArrayOutputStream();
                        System.setErr(new PrintStream(said, true));
                        boolean loggable = LOGGER.isLoggable(Level.FINE);
                        LOGGER.warning("logged in round " + round);
                        Logger.getLogger("").setLevel(Level.FINE);
                        LOGGER.setFilter(entry -> false);
                        LOGGER.setUseParentHandlers(false);
                        return loggable + " " + said.toString().contains("logged in round " + round)
                            + " " + Logger.getLogger("").getHandlers().length;
                    }
                }
                """);

        assertThat(jvm.run(3, "own.Logs#log"))
                .containsExactly("1: false true 1", "2: false true 1", "3: false true 1", "end");
    }

    @Test
    void theShutdownHooksOfARoundRunAtItsEnd() throws Exception {
        jvm.source("tests", "own.Hooks", """
                package own;
                import java.nio.file.*;
                public class Hooks {
                    public static String look(int round) throws Exception {
                        String there = Files.exists(file(1)) + " " + Files.exists(file(2));
                        Files.createFile(file(round));
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> file(round).toFile().delete()));
                        return there;
                    }
                    static Path file(int round) { return Path.of("%s", "round" + round); }
                }
                """.formatted(root));

        assertThat(jvm.run(3, "own.Hooks#look"))
                .containsExactly("1: false false", "2: false false", "3: false false", "end");
    }

    /** Logback's class in its shape. */
    @Test
    void aLibraryForLoggingStopsWithTheJvm() throws Exception {
        jvm.source("library", "ch.qos.logback.core.hook.DefaultShutdownHook", """
                package ch.qos.logback.core.hook;
                public class DefaultShutdownHook implements Runnable {
                    static volatile boolean stopped;
                    static Thread hook;
                    public static boolean log() {
                        if (hook == null) {
                            hook = new Thread(new DefaultShutdownHook());
                            Runtime.getRuntime().addShutdownHook(hook);
                        }
                        return !stopped;
                    }
                    public void run() {
                        stopped = true;
                        System.out.println("stopped");
                    }
                }
                """)
                .source("tests", "own.Logs", """
                package own;
                public class Logs {
                    public static boolean log(int round) {
                        return ch.qos.logback.core.hook.DefaultShutdownHook.log();
                    }
                }
                """);

        assertThat(jvm.run(3, "own.Logs#log")).containsExactly("1: true", "2: true", "3: true", "end", "stopped");
    }

    /** Log4j's classes in their shape: a context for each loader, and one hook for all contexts. */
    @Test
    void whatLog4jHasConfiguredForARoundEndsWithIt() throws Exception {
        jvm.source("library", "org.apache.logging.log4j.core.LoggerContext", """
                package org.apache.logging.log4j.core;
                public class LoggerContext {
                    public static final java.util.List<String> STOPPED = new java.util.ArrayList<>();
                    private final String name;
                    public LoggerContext(String name) { this.name = name; }
                    public String getName() { return name; }
                    public void stop() { STOPPED.add(name); }
                }
                """)
                .source("library", "org.apache.logging.log4j.core.selector.ContextSelector", """
                package org.apache.logging.log4j.core.selector;
                import org.apache.logging.log4j.core.LoggerContext;
                public interface ContextSelector {
                    java.util.List<LoggerContext> getLoggerContexts();
                    void removeContext(LoggerContext context);
                }
                """)
                .source("library", "org.apache.logging.log4j.core.impl.Log4jContextFactory", """
                package org.apache.logging.log4j.core.impl;
                import java.util.*;
                import org.apache.logging.log4j.core.LoggerContext;
                import org.apache.logging.log4j.core.selector.ContextSelector;
                public class Log4jContextFactory {
                    private final Map<String, LoggerContext> contexts = new LinkedHashMap<>();
                    private boolean stopped;
                    public Log4jContextFactory() {
                        Runtime.getRuntime().addShutdownHook(new Thread(new Runnable() {
                            public void run() { stopped = true; }
                        }));
                    }
                    public int context(String kind, ClassLoader loader) {
                        if (stopped) { throw new IllegalStateException("Shutdown in progress"); }
                        String name = kind + Integer.toHexString(System.identityHashCode(loader));
                        contexts.computeIfAbsent(name, LoggerContext::new);
                        return contexts.size();
                    }
                    public ContextSelector getSelector() {
                        return new ContextSelector() {
                            public List<LoggerContext> getLoggerContexts() { return List.copyOf(contexts.values()); }
                            public void removeContext(LoggerContext context) { contexts.remove(context.getName()); }
                        };
                    }
                }
                """)
                .source("library", "org.apache.logging.log4j.LogManager", """
                package org.apache.logging.log4j;
                import org.apache.logging.log4j.core.LoggerContext;
                import org.apache.logging.log4j.core.impl.Log4jContextFactory;
                public class LogManager {
                    private static final Log4jContextFactory FACTORY = new Log4jContextFactory();
                    public static Log4jContextFactory getFactory() { return FACTORY; }
                    public static String log(ClassLoader loader) {
                        FACTORY.context("", LogManager.class.getClassLoader());
                        FACTORY.context("AsyncContext@", loader);
                        return FACTORY.context("", loader) + " and " + LoggerContext.STOPPED.size();
                    }
                }
                """)
                .source("tests", "own.Logs", """
                package own;
                public class Logs {
                    public static String log(int round) {
                        return org.apache.logging.log4j.LogManager.log(Logs.class.getClassLoader());
                    }
                }
                """);

        assertThat(jvm.run(3, "own.Logs#log")).containsExactly("1: 3 and 0", "2: 3 and 2", "3: 3 and 4", "end");
    }

    /** Spring Boot's classes in their shape: {@code RenewedWorkersIT} has the real ones. */
    @Test
    void theHookOfSpringBootTakesApplicationsInEachRound() throws Exception {
        jvm.source("library", "org.springframework.boot.SpringApplication", """
                package org.springframework.boot;
                import java.util.*;
                import java.util.concurrent.atomic.AtomicBoolean;
                public class SpringApplication {
                    static final Hook shutdownHook = new Hook();
                    public static int run() { return shutdownHook.register(); }
                    static class Hook implements Runnable {
                        private final Set<Object> contexts = new HashSet<>();
                        private final AtomicBoolean shutdownHookAdded = new AtomicBoolean();
                        private boolean inProgress;
                        int register() {
                            if (inProgress) { throw new IllegalStateException("Shutdown in progress"); }
                            if (shutdownHookAdded.compareAndSet(false, true)) {
                                Runtime.getRuntime().addShutdownHook(new Thread(this));
                            }
                            contexts.add(new Object());
                            return contexts.size();
                        }
                        public void run() { inProgress = true; }
                        void reset() { contexts.clear(); inProgress = false; }
                    }
                }
                """).source("tests", "own.Boots", """
                package own;
                public class Boots {
                    public static int start(int round) {
                        org.springframework.boot.SpringApplication.run();
                        return org.springframework.boot.SpringApplication.run();
                    }
                }
                """);

        assertThat(jvm.run(3, "own.Boots#start")).containsExactly("1: 2", "2: 2", "3: 2", "end");
    }

    /** Mockito 4's class in its shape. */
    @Test
    void whatMockito4HasMockedIsLetGo() throws Exception {
        jvm.source("library", "org.mockito.internal.MockitoCore", """
                package org.mockito.internal;
                import java.util.*;
                public class MockitoCore {
                    private static final Set<Class<?>> MOCKABLE_CLASSES = Collections.synchronizedSet(new HashSet<>());
                    public static int mock(Class<?> type) {
                        MOCKABLE_CLASSES.add(type);
                        return MOCKABLE_CLASSES.size();
                    }
                }
                """).source("tests", "own.Mocks", """
                package own;
                public class Mocks {
                    public static int mock(int round) { return org.mockito.internal.MockitoCore.mock(Mocks.class); }
                }
                """);

        assertThat(jvm.run(3, "own.Mocks#mock")).containsExactly("1: 1", "2: 1", "3: 1", "end");
    }

    /** Jackson's class in its shape, as it is from 2.4 to 2.22. */
    @Test
    void whatJacksonKnowsOfTypesIsLetGo() throws Exception {
        jvm.source("library", "com.fasterxml.jackson.databind.type.TypeFactory", """
                package com.fasterxml.jackson.databind.type;
                public class TypeFactory {
                    protected static final TypeFactory instance = new TypeFactory();
                    protected final Cache _typeCache = new Cache();
                    public static int type(Class<?> type) {
                        instance._typeCache.map.put(type, type);
                        return instance._typeCache.map.size();
                    }
                    public static class Cache {
                        private final java.util.Map<Object, Object> map = new java.util.HashMap<>();
                        public void clear() { map.clear(); }
                    }
                }
                """)
                .source("tests", "own.Types", """
                package own;
                public class Types {
                    public static int type(int round) {
                        return com.fasterxml.jackson.databind.type.TypeFactory.type(Types.class);
                    }
                }
                """);

        assertThat(jvm.run(3, "own.Types#type")).containsExactly("1: 1", "2: 1", "3: 1", "end");
    }

    /** Spring Boot's class in its shape, as it is from 2.0 to 4.0: it knows a package's application by the package's name. */
    @Test
    void theApplicationThatSpringBootHasFoundIsThatOfTheRound() throws Exception {
        jvm.source("library", "org.springframework.boot.test.context.AnnotatedClassFinder", """
                package org.springframework.boot.test.context;
                import java.util.*;
                public class AnnotatedClassFinder {
                    private static final Map<String, Class<?>> cache = Collections.synchronizedMap(new LinkedHashMap<>());
                    public static Class<?> find(Class<?> type) {
                        return cache.computeIfAbsent(type.getPackageName(), source -> type);
                    }
                }
                """)
                .source("tests", "own.Application", """
                package own;
                public class Application {
                    public static boolean isFound(int round) {
                        return org.springframework.boot.test.context.AnnotatedClassFinder.find(Application.class)
                                == Application.class;
                    }
                }
                """);

        assertThat(jvm.run(3, "own.Application#isFound")).containsExactly("1: true", "2: true", "3: true", "end");
    }

    @Test
    void whatCannotBePutBackIsNamedWithItsClass() throws Exception {
        jvm.source("tests", "own.Leaks", """
                package own;
                import java.util.concurrent.locks.LockSupport;
                public class Leaks {
                    static volatile boolean done;
                    public static int leave(int round) throws Exception {
                        Thread thread = new Thread(Leaks::runOn, "left");
                        thread.setDaemon(true);
                        thread.start();
                        java.net.URL.setURLStreamHandlerFactory(new Factory());
                        try {
                            System.loadLibrary("ownnative");
                        } catch (UnsatisfiedLinkError e) {
                            return round;
                        }
                        return 0;
                    }
                    static void runOn() { while (!done) { LockSupport.park(); } }
                    static class Factory implements java.net.URLStreamHandlerFactory {
                        public java.net.URLStreamHandler createURLStreamHandler(String protocol) { return null; }
                    }
                }
                """);

        assertThat(jvm.run(1, "own.Leaks#leave"))
                .contains(
                        "1: 1",
                        "1 left own.Leaks: the thread 'left'",
                        "1 left own.Leaks$Factory: the factory of URL stream handlers (own.Leaks$Factory)",
                        "1 left : the native library 'ownnative'");
    }

    @Test
    void whatALambdaLeavesIsOfTheClassThatItStandsIn() throws Exception {
        jvm.source("tests", "own.Sets", """
                package own;
                public class Sets {
                    public static int set(int round) {
                        if (round == 1) { java.net.URL.setURLStreamHandlerFactory(protocol -> null); }
                        return round;
                    }
                }
                """);

        assertThat(jvm.run(1, "own.Sets#set"))
                .contains("1 left own.Sets: the factory of URL stream handlers (own.Sets)");
    }

    @Test
    void aThreadThatEndsWithTheRoundIsNoLeak() throws Exception {
        jvm.source("tests", "own.Ends", """
                package own;
                import java.util.concurrent.*;
                public class Ends {
                    public static int run(int round) throws Exception {
                        ExecutorService pool = Executors.newFixedThreadPool(2);
                        int result = pool.submit(() -> round).get();
                        pool.shutdown();
                        return result;
                    }
                }
                """);

        assertThat(jvm.run(2, "own.Ends#run")).containsExactly("1: 1", "2: 2", "end");
    }

    @Test
    void aPoolThatNobodyShutsDownIsNamed() throws Exception {
        jvm.source("tests", "own.Pools", """
                package own;
                import java.util.concurrent.*;
                public class Pools {
                    public static int run(int round) throws Exception {
                        ThreadFactory named = task -> {
                            Thread thread = new Thread(task, "pooled");
                            thread.setDaemon(true);
                            return thread;
                        };
                        return Executors.newFixedThreadPool(1, named).submit(() -> round).get();
                    }
                }
                """);

        assertThat(jvm.run(1, "own.Pools#run")).contains("1: 1", "1 left own.Pools: the thread 'pooled'");
    }

    /** They end by themselves when the client is collected, and nobody can close it before Java 21. */
    @Test
    void theThreadsOfTheJdksHttpClientAreNoLeak() throws Exception {
        jvm.source("tests", "own.Http", """
                package own;
                import java.net.URI;
                import java.net.http.*;
                public class Http {
                    public static int run(int round) {
                        return HttpClient.newHttpClient()
                            .sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:1/")).build(),
                                HttpResponse.BodyHandlers.discarding())
                            .handle((response, thrown) -> round)
                            .join();
                    }
                }
                """);

        assertThat(jvm.run(2, "own.Http#run"))
                .contains("1: 1", "2: 2", "end")
                .noneMatch(line -> line.contains(" left "));
    }

    @Test
    void aThreadOfSeveralClassesIsOfTheFirstThatHadIt() throws Exception {
        jvm.source("tests", "own.Uses", """
                package own;
                import java.util.concurrent.locks.LockSupport;
                public class Uses {
                    public static int first(int round) { return round; }
                    public static class Starts {
                        public static int run(int round) {
                            Thread thread = new Thread(LockSupport::park, "shared");
                            thread.setDaemon(true);
                            thread.start();
                            return round;
                        }
                    }
                }
                """);

        assertThat(jvm.run(1, "own.Uses#first", "own.Uses$Starts#run", "own.Uses#first"))
                .contains("1 left own.Uses$Starts: the thread 'shared'");
    }

    @Test
    void theProjectsThreadsThatWaitAreInterruptedIfSomebodyWantsThat() throws Exception {
        jvm.source("tests", "own.Waits", """
                package own;
                import java.util.concurrent.locks.LockSupport;
                public class Waits {
                    static final boolean[] END = new boolean[1];
                    public static int start(int round) {
                        start(LockSupport::park, "parked");
                        start(Waits::sleep, "asleep");
                        start(Waits::goOn, "stubborn");
                        return round;
                    }
                    static void start(Runnable task, String name) {
                        Thread thread = new Thread(task, name);
                        thread.setDaemon(true);
                        thread.start();
                    }
                    static void sleep() {
                        try {
                            Thread.sleep(1_000_000);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    static void goOn() {
                        while (!END[0]) {
                            Thread.interrupted();
                            LockSupport.park();
                        }
                    }
                }
                """);

        assertThat(jvm.run(1, "own.Waits#start"))
                .contains("1 left own.Waits: the thread 'parked'", "1 left own.Waits: the thread 'asleep'");
        assertThat(jvm.argument("-D" + RenewalProbe.INTERRUPTS + "=true").run(1, "own.Waits#start"))
                .contains("1 left own.Waits: the thread 'stubborn'")
                .noneMatch(line -> line.contains("'parked'") || line.contains("'asleep'"));
    }

    /** One that waits, as in a pool that nobody shuts down, takes nothing from anybody. */
    @Test
    void threadsThatGoOnWorkingAfterSomeRoundsAreToldOf() throws Exception {
        jvm.source("tests", "own.Works", """
                package own;
                import java.util.concurrent.locks.LockSupport;
                public class Works {
                    static volatile long count;
                    public static int work(int round) {
                        return start(() -> { while (true) { count++; } }, round);
                    }
                    public static int rest(int round) {
                        return start(() -> { while (true) { LockSupport.park(); } }, round);
                    }
                    static int start(Runnable task, int round) {
                        Thread thread = new Thread(task, "left");
                        thread.setDaemon(true);
                        thread.start();
                        return round;
                    }
                }
                """);
        String told = "at work threads of 3 rounds that are over and are at work still, the first 'left'";

        assertThat(jvm.run(4, "own.Works#work")).contains("4: 4", told);
        assertThat(jvm.run(3, "own.Works#work")).contains("3: 3").noneMatch(line -> line.startsWith("at work"));
        assertThat(jvm.run(4, "own.Works#rest")).contains("4: 4").noneMatch(line -> line.startsWith("at work"));
    }

    /** Once opened, both keep a database of a name until somebody ends it; files stay as they are when a JVM ends. */
    @Test
    void whatDatabasesAreInMemoryEndsWithTheRound() throws Exception {
        libraries("h2|hsqldb").forEach(jvm::library);
        jvm.source("tests", "own.Rows", """
                package own;
                import java.sql.*;
                public class Rows {
                    public static int h2(int round) throws Exception {
                        return rows("jdbc:h2:mem:own;DB_CLOSE_DELAY=-1");
                    }
                    public static int h2File(int round) throws Exception {
                        return rows("jdbc:h2:file:%1$s/h2");
                    }
                    public static int hsqldb(int round) throws Exception {
                        return rows("jdbc:hsqldb:mem:own");
                    }
                    public static int hsqldbFile(int round) throws Exception {
                        return rows("jdbc:hsqldb:file:%1$s/hsqldb;hsqldb.write_delay=false");
                    }
                    /** Leaves a row, and a connection that is open. */
                    static int rows(String url) throws SQLException {
                        Connection connection = DriverManager.getConnection(url, "sa", "");
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("create table if not exists numbers (number int)");
                            statement.execute("insert into numbers values (1)");
                            try (ResultSet all = statement.executeQuery("select count(*) from numbers")) {
                                all.next();
                                return all.getInt(1);
                            }
                        }
                    }
                }
                """.formatted(root));

        assertThat(jvm.run(4, "own.Rows#h2", "own.Rows#hsqldb", "own.Rows#h2File", "own.Rows#hsqldbFile"))
                .containsSubsequence("1: 1, 1, 1, 1", "2: 1, 1, 2, 2", "3: 1, 1, 3, 3", "4: 1, 1, 4, 4")
                .noneMatch(line -> line.contains("databases in memory"));
        assertThat(jvm.run(3, "own.Rows#h2", "own.Rows#hsqldb"))
                .contains("1: 1, 1", "2: 1, 1", "3: 1, 1")
                .as("nor does a thread of theirs run on")
                .noneMatch(line -> line.contains(" left "));
    }

    @Test
    void log4jLogsInEachRoundByTheConfigurationThatItFinds() throws Exception {
        jvm.resource("tests", "log4j2.xml", """
                <Configuration>
                  <Appenders><Console name="out"><PatternLayout pattern="logged %m%n"/></Console></Appenders>
                  <Loggers><Root level="info"><AppenderRef ref="out"/></Root></Loggers>
                </Configuration>
                """);

        // Version 2.25 makes one exception for ever, whose stack trace holds the classes of the first round that logs.
        assertThat(logged("log4j-api|log4j-core", "org.apache.logging.log4j.LogManager.getLogger(Logs.class).info"))
                .filteredOn(line -> !line.startsWith("held by org.apache.logging.log4j.core.pattern."))
                .containsExactlyElementsOf(IN_EACH_ROUND);
    }

    @Test
    void logbackLogsInEachRoundAlthoughItHasAHookToEndItself() throws Exception {
        jvm.resource("tests", "logback.xml", """
                <configuration>
                  <shutdownHook/>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>logged %m%n</pattern></encoder>
                  </appender>
                  <root level="info"><appender-ref ref="out"/></root>
                </configuration>
                """);

        assertThat(logged(
                        "logback-classic|logback-core|slf4j-api", "org.slf4j.LoggerFactory.getLogger(Logs.class).info"))
                .containsExactlyElementsOf(IN_EACH_ROUND);
    }

    @Test
    void tinylogLogsInEachRoundAlthoughItEndsItself() throws Exception {
        jvm.resource("tests", "tinylog.properties", """
                writer = console
                writer.stream = out
                writer.format = logged {message}
                """);

        assertThat(logged("tinylog-api|tinylog-impl", "org.tinylog.Logger.info"))
                .containsExactlyElementsOf(IN_EACH_ROUND);
    }

    /** Returns what a JVM of three rounds says in each of which a library logs. Each ends itself by a hook of the JVM. */
    private List<String> logged(String names, String log) throws Exception {
        libraries(names).forEach(jvm::library);
        jvm.source("tests", "own.Logs", """
                package own;
                public class Logs {
                    public static String log(int round) {
                        %s("in round " + round);
                        return "over";
                    }
                }
                """.formatted(log));
        return jvm.run(3, "own.Logs#log");
    }

    @Test
    void loadersEndAlsoWhereMockitoHasMockedTypesOfTheProject() throws Exception {
        libraries("mockito-core|byte-buddy|byte-buddy-agent|objenesis").forEach(jvm::library);
        jvm.source("classes", "own.Service", """
                package own;
                public final class Service { public String answer() { return "real"; } }
                """).source("tests", "own.MockTest", """
                package own;
                import static org.mockito.Mockito.*;
                public class MockTest {
                    static final ThreadLocal<MockTest> LOCAL = ThreadLocal.withInitial(MockTest::new);
                    public static String mock(int round) {
                        Service service = org.mockito.Mockito.mock(Service.class);
                        when(service.answer()).thenReturn("mocked " + round);
                        LOCAL.get();
                        return service.answer();
                    }
                }
                """);

        // As when memory is short: Byte Buddy keeps what it knows of classes in soft references. The loader of the
        // round
        // in which Mockito attached itself to the JVM stays, for whatever reason, but none of those after it.
        List<String> said = jvm.argument("-XX:SoftRefLRUPolicyMSPerMB=0").run(5, "own.MockTest#mock");

        assertThat(said)
                .contains("1: mocked 1", "2: mocked 2", "3: mocked 3", "4: mocked 4", "5: mocked 5", "end")
                .noneMatch(line -> line.contains(" left "));
        assertThat(said.stream().filter(line -> line.startsWith("held"))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void loadersEnd() throws Exception {
        jvm.source("tests", "own.Plain", """
                package own;
                public class Plain {
                    static final ThreadLocal<Plain> LOCAL = ThreadLocal.withInitial(Plain::new);
                    public static boolean run(int round) { return LOCAL.get() != null; }
                }
                """);

        assertThat(jvm.run(3, "own.Plain#run")).containsExactly("1: true", "2: true", "3: true", "end");
    }

    @Test
    void whoHoldsALoaderIsNamed() throws Exception {
        jvm.source("library", "lib.Keeper", """
                package lib;
                public class Keeper {
                    private static final java.util.List<Object> KEPT = new java.util.ArrayList<>();
                    public static void keep(Object object) { KEPT.add(object); }
                }
                """).source("tests", "own.Kept", """
                package own;
                public class Kept {
                    public static int keep(int round) {
                        if (round == 1) { lib.Keeper.keep(new Kept()); }
                        return round;
                    }
                }
                """);

        assertThat(jvm.run(2, "own.Kept#keep"))
                .containsExactly(
                        "1: 1", "2: 2", "held by lib.Keeper.KEPT > elementData > [0] is of class own.Kept", "end");
    }

    @Test
    void aLambdaThatHoldsALoaderHasTheSameNameInEachJvm() throws Exception {
        jvm.source("library", "lib.Keeper", """
                package lib;
                public class Keeper { public static Object kept; }
                """).source("tests", "own.Kept", """
                package own;
                public class Kept {
                    public static int keep(int round) {
                        lib.Keeper.kept = (Runnable) () -> {};
                        return round;
                    }
                }
                """);

        assertThat(jvm.run(1, "own.Kept#keep"))
                .containsExactly("1: 1", "held by lib.Keeper.kept is of class own.Kept$$Lambda", "end");
    }

    /** By the real Objenesis, which has how objects are made by the names of their classes; Mockito's class in its shape. */
    @Test
    void objectsThatMocksAreMadeOfAreOfTheirRound() throws Exception {
        libraries("objenesis").forEach(jvm::library);
        jvm.source("library", "org.mockito.internal.creation.instance.DefaultInstantiatorProvider", """
                package org.mockito.internal.creation.instance;
                import org.objenesis.ObjenesisStd;
                public class DefaultInstantiatorProvider {
                    private static final DefaultInstantiatorProvider INSTANCE = new DefaultInstantiatorProvider();
                    private final ObjenesisStd objenesis = new ObjenesisStd(true);
                    public static Object make(Class<?> type) { return INSTANCE.objenesis.newInstance(type); }
                }
                """)
                .source("tests", "own.Made", """
                package own;
                import org.mockito.internal.creation.instance.DefaultInstantiatorProvider;
                import org.objenesis.ObjenesisHelper;
                public class Made implements java.io.Serializable {
                    public static String make(int round) {
                        return (DefaultInstantiatorProvider.make(Made.class) instanceof Made)
                                + " " + ((Object) ObjenesisHelper.newInstance(Made.class) instanceof Made)
                                + " " + ((Object) ObjenesisHelper.newSerializableInstance(Made.class) instanceof Made);
                    }
                }
                """);

        assertThat(jvm.run(3, "own.Made#make"))
                .containsExactly("1: true true true", "2: true true true", "3: true true true", "end");
    }

    /** What makes objects without a constructor of theirs is of their loader, where the JDK shows it to nobody. */
    @Test
    void whoHoldsALoaderByAConstructorIsNamed() throws Exception {
        libraries("objenesis").forEach(jvm::library);
        jvm.source("library", "lib.Factory", """
                package lib;
                public class Factory {
                    private static final org.objenesis.Objenesis OBJENESIS = new org.objenesis.ObjenesisStd(true);
                    public static Object make(Class<?> type) { return OBJENESIS.newInstance(type); }
                }
                """).source("tests", "own.Made", """
                package own;
                public class Made {
                    public static boolean make(int round) { return round > 1 || lib.Factory.make(Made.class) != null; }
                }
                """);

        assertThat(jvm.run(2, "own.Made#make"))
                .filteredOn(line -> line.startsWith("held by"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("held by lib.Factory.OBJENESIS > cache > ")
                .contains(" > mungedConstructor > accessor");
    }

    /** A library that finds classes by their names finds old ones; renewed with the project it does not. */
    @Test
    void theLibraryThatHandsOutClassesOfEarlierRoundsIsFound() throws Exception {
        jvm.entry("other", false)
                .source("other", "other.Keeper", """
                package other;
                public class Keeper {
                    private static final java.util.Map<String, Object> LOOKED_AT = new java.util.HashMap<>();
                    public static void look(String name) {
                        LOOKED_AT.put(name, Thread.currentThread().getContextClassLoader());
                        LOOKED_AT.put("where", new Exception("asked for"));
                    }
                }
                """)
                .source("library", "lib.Beans", """
                package lib;
                public class Beans {
                    /** The way to them is a long one. */
                    private static Object kept = new java.util.HashMap<String, Object>();
                    static {
                        for (int i = 0; i < 50_000; i++) { kept = new Object[] {kept}; }
                    }
                    public static Object bean(Class<?> type) throws Exception {
                        other.Keeper.look(type.getName());
                        Object found = kept;
                        while (found instanceof Object[] below) { found = below[0]; }
                        @SuppressWarnings("unchecked")
                        var byName = (java.util.Map<String, Object>) found;
                        if (!byName.containsKey(type.getName())) {
                            byName.put(type.getName(), type.getConstructor().newInstance());
                        }
                        return byName.get(type.getName());
                    }
                }
                """)
                .source("tests", "own.Asks", """
                package own;
                public class Asks {
                    public static String ask(int round) throws Exception {
                        try {
                            Asks bean = (Asks) lib.Beans.bean(Asks.class);
                            return bean.getClass().getSimpleName();
                        } catch (ClassCastException e) {
                            return e.getMessage();
                        }
                    }
                }
                """);
        String asked = "-D" + RenewalProbe.KEEPER + "=true";

        List<String> said = jvm.argument(asked).run(2, "own.Asks#ask");
        assertThat(said).contains("1: Asks", "kept by library");
        assertThat(said)
                .filteredOn(line -> line.startsWith("2: "))
                .singleElement()
                .satisfies(line ->
                        assertThat(RoundLoaders.namedTwice(line)).as(line).isTrue());

        RenewingJvm renewed = new RenewingJvm(root)
                .entry("tests", true)
                .entry("classes", true)
                .entry("library", true)
                .entry("other", false);

        assertThat(renewed.argument(asked).run(3, "own.Asks#ask"))
                .as("the other holds the loader, and an exception, and hands out nothing of it")
                .contains("1: Asks", "2: Asks", "3: Asks", "kept by nobody");
    }

    @Test
    void assertionsAreAsTheCommandLineSaysInEachRound() throws Exception {
        jvm.source("tests", "own.Asserts", """
                package own;
                public class Asserts {
                    public static boolean on(int round) {
                        boolean on = false;
                        assert on = true;
                        return on;
                    }
                }
                """);

        assertThat(jvm.argument("-ea:own...").run(2, "own.Asserts#on")).containsExactly("1: true", "2: true", "end");
    }

    @Test
    void aJvmThatIsNotMadeForItRefuses() {
        assertThatThrownBy(() -> RoundLoaders.ofThisJvm(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Djava.system.class.loader=" + SystemLoader.class.getName());
    }

    @Test
    void aJvmThatIsNotToldItsClassPathSaysSo() throws Exception {
        assertThat(RenewingJvm.say(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.system.class.loader=" + SystemLoader.class.getName(),
                        "-cp",
                        RenewingJvm.ownClasses(),
                        RenewalProbe.class.getName())))
                .anyMatch(line -> line.contains("The system property " + SystemLoader.CLASS_PATH));
    }

    /** Where this test itself has it from. */
    private static List<Path> libraries(String names) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*[/\\\\](" + names + ")-\\d[^/\\\\]*\\.jar"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }
}
