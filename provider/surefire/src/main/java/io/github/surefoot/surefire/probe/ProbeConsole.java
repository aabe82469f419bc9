package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.ProbedTest;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The streams of a JVM for probes: Maven has the real ones, tests find some that lead nowhere. */
final class ProbeConsole {
    private final PrintStream out;
    private final BlockingQueue<Optional<ProbeRequest>> requests = new LinkedBlockingQueue<>();
    private volatile boolean busy;

    private ProbeConsole() {
        out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        Thread reader = new Thread(this::read, "surefoot-probe");
        reader.setDaemon(true);
        reader.start();
    }

    /** Takes the streams from everybody else. */
    static ProbeConsole take() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        return new ProbeConsole();
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                requests.add(Optional.of(ProbeRequest.parse(line)));
            }
        } catch (IOException e) {
            // As good as its end: nobody asks any more.
            requests.add(Optional.empty());
        }
        if (busy) {
            // Maven was killed, or waits no longer.
            Runtime.getRuntime().halt(1);
        }
        requests.add(Optional.empty());
    }

    /** Waits for a request; empty if there will be none. */
    Optional<ProbeRequest> next() throws InterruptedException {
        Optional<ProbeRequest> next = requests.take();
        busy = true;
        return next;
    }

    void alive() {
        say(ProbeReply.aliveLine());
    }

    void tell(ProbedTest test) {
        say(test.line());
    }

    void answer(ProbeReply reply) {
        // Maven may let this JVM go as soon as it has read it.
        busy = false;
        say(reply.line());
    }

    /** Native code may have printed half a line. */
    private synchronized void say(String line) {
        out.println();
        out.println(line);
    }
}
