package io.github.surefoot.its.harness;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * Jenkins as far as a scripted pipeline needs it that runs shards: nodes with checkouts, shells, stashes. Branches of {@code
 * parallel} run one after the other, all of them, and the step fails if one did.
 */
public abstract class JenkinsPipeline extends Script {
    private static final String SERVER = "server";

    /** What all steps of one run know. */
    public static final class Server {
        private final CiMachines machines;
        private final List<CiMachine> nodes = new ArrayList<>();
        private final Map<String, Path> stashes = new HashMap<>();
        private final List<String> failures = new ArrayList<>();
        private final List<String> published = new ArrayList<>();
        private Path directory = Path.of("");

        private Server(CiMachines machines) {
            this.machines = machines;
        }

        /** Returns the machines, in the order in which the pipeline took them. */
        public List<CiMachine> nodes() {
            return nodes;
        }

        /** Returns what failed, and was caught. */
        public List<String> failures() {
            return failures;
        }

        /** Returns the patterns of what was published. */
        public List<String> published() {
            return published;
        }

        private CiMachine node() {
            return nodes.get(nodes.size() - 1);
        }
    }

    /** Runs a pipeline. */
    public static Server run(String pipeline, CiMachines machines) {
        Server server = new Server(machines);
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(JenkinsPipeline.class.getName());
        Binding binding = new Binding(Map.of(SERVER, server, "scm", "scm"));
        new GroovyShell(JenkinsPipeline.class.getClassLoader(), binding, configuration).evaluate(pipeline);
        return server;
    }

    private Server server() {
        return (Server) getBinding().getVariable(SERVER);
    }

    /** Takes a machine. */
    public void node(Closure<?> body) throws IOException {
        Server server = server();
        CiMachine node = server.machines.machine("node-" + server.nodes.size());
        node.standingFor(server.nodes.size() + 1);
        server.nodes.add(node);
        server.directory = node.directory();
        body.call();
    }

    /** Checks the sources out, which a machine here has from the first. */
    public void checkout(Object scm) {}

    /** Runs commands as Jenkins does, and fails if they do. */
    public void sh(String commands) throws IOException, InterruptedException {
        int exitCode = server().node().run(server().directory, "sh", "-xe", "-c", commands);
        if (exitCode != 0) {
            throw new IllegalStateException("script returned exit code " + exitCode);
        }
    }

    /** Runs steps in another directory. */
    public void dir(String path, Closure<?> body) throws IOException {
        Path before = server().directory;
        server().directory = Files.createDirectories(before.resolve(path));
        try {
            body.call();
        } finally {
            server().directory = before;
        }
    }

    /** Deletes the directory. */
    public void deleteDir() throws IOException {
        Trees.delete(server().directory);
    }

    /** Keeps files for other machines, and fails if there are none. */
    public void stash(Map<String, Object> of) throws IOException {
        String name = of.getOrDefault("name", "").toString();
        Path stash = server().machines.shared("stashes").resolve(name);
        CiMachine.carry(server().directory, of.getOrDefault("includes", "").toString(), stash);
        if (!Files.exists(stash)) {
            throw new IllegalStateException("No files included in stash ‘" + name + "’");
        }
        server().stashes.put(name, stash);
    }

    /** Brings files that another machine has kept. */
    public void unstash(String name) throws IOException {
        Path stash = server().stashes.get(name);
        if (stash == null) {
            throw new IllegalStateException("No such saved stash ‘" + name + "’");
        }
        Trees.copy(stash, server().directory);
    }

    /** Goes on after steps that failed. */
    public void catchError(Map<String, Object> how, Closure<?> body) {
        try {
            body.call();
        } catch (RuntimeException e) {
            server().failures.add(String.valueOf(e.getMessage()));
        }
    }

    /** Runs all branches. */
    public void parallel(Map<?, Closure<?>> branches) {
        List<String> failed = new ArrayList<>();
        branches.forEach((name, branch) -> {
            try {
                branch.call();
            } catch (RuntimeException e) {
                failed.add(name + ": " + e.getMessage());
            }
        });
        if (!failed.isEmpty()) {
            throw new IllegalStateException(String.join(", ", failed));
        }
    }

    /** Runs the steps of a stage. */
    public void stage(String name, Closure<?> body) {
        body.call();
    }

    /** Notes what is published. */
    public void junit(String pattern) {
        server().published.add(pattern);
    }

    /** Notes what is published. */
    public void archiveArtifacts(String pattern) {
        server().published.add(pattern);
    }
}
