package io.github.surefoot.maven.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who a server runs as: the user of the build. PostgreSQL refuses to run as root, so in a container whose user is root it
 * is {@code postgres}, whom the server's package makes.
 *
 * @param name of the user, to whom the server's files belong; empty if it is that of the build
 */
record OrdinaryUser(String name) {
    private static final String OF_THE_PACKAGE = "postgres";

    static OrdinaryUser ofThisBuild() {
        return new OrdinaryUser("root".equals(System.getProperty("user.name")) ? OF_THE_PACKAGE : "");
    }

    List<String> command(List<String> command) {
        if (name.isEmpty()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("runuser", "-u", name, "--"));
        all.addAll(command);
        return all;
    }

    /** Gives a directory, and what is in it, to the user. */
    void own(Path directory) throws IOException {
        if (name.isEmpty()) {
            return;
        }
        UserPrincipal user =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.toList()) {
                Files.setOwner(each, user);
            }
        }
    }
}
