package io.github.surefoot.core.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a process has open that another can have open too, as Linux shows it: ports, servers and files. */
public final class OpenResources {
    private static final String LISTENS = "0A";
    private static final String CONNECTED = "01";

    /** Of a socket for datagrams that is bound. */
    private static final String BOUND = "07";

    /** Where columns of {@code /proc/net/tcp} are. */
    private static final int LOCAL = 1;

    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    private OpenResources() {}

    /**
     * Returns the ports on which a process listens, {@code port 8080}; the ports of servers that it is connected to,
     * {@code the server at port 5432}; and files below a directory, {@code file target/it.db}. Jars and class files are
     * left out. Empty where the system does not show them, or the process is gone.
     */
    public static Set<String> of(long process, Path directory) {
        Path own = Path.of("/proc", Long.toString(process));
        Set<String> sockets = new HashSet<>();
        Set<String> result = new TreeSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(own.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                add(descriptor, directory, sockets, result);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It has ended, or this is no Linux: what was seen is all there is.
            return result;
        }
        if (!sockets.isEmpty()) {
            for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
                addPorts(own.resolve("net").resolve(table), sockets, result);
            }
        }
        return result;
    }

    private static void add(Path descriptor, Path directory, Set<String> sockets, Set<String> to) {
        try {
            Path target = Files.readSymbolicLink(descriptor);
            String text = target.toString();
            if (text.startsWith("socket:[")) {
                sockets.add(text.substring("socket:[".length(), text.length() - 1));
            } else if (target.startsWith(directory) && !text.endsWith(".jar") && !text.endsWith(".class")) {
                String name = directory.relativize(target).toString().replace(" (deleted)", "");
                if (!name.isEmpty()) {
                    to.add("file " + name);
                }
            }
        } catch (IOException e) {
            // Closed meanwhile.
            to.remove("");
        }
    }

    private static void addPorts(Path table, Set<String> sockets, Set<String> to) {
        List<String> lines;
        try {
            lines = Files.readAllLines(table);
        } catch (IOException e) {
            // No such protocol here, or the process has ended.
            return;
        }
        Map<String, String> found = new HashMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > INODE && sockets.contains(columns[INODE])) {
                String state = columns[STATE];
                if (state.equals(LISTENS) || state.equals(BOUND)) {
                    found.put(columns[INODE], "port " + port(columns[LOCAL]));
                } else if (state.equals(CONNECTED)) {
                    found.put(columns[INODE], "the server at port " + port(columns[REMOTE]));
                }
            }
        }
        to.addAll(found.values());
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
    }
}
