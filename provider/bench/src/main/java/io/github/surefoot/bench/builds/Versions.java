package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * The versions that are measured, as this build was made with.
 *
 * @param surefoot Surefoot's own
 * @param surefire the version of Surefire that Surefoot runs, which plain builds run too
 */
record Versions(String surefoot, String surefire) {
    static Versions read() throws IOException {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IOException("versions.properties is not in this jar");
            }
            versions.load(in);
        }
        return new Versions(versions.getProperty("surefoot", ""), versions.getProperty("surefire", ""));
    }

    String surefootGoal() {
        return "io.github.surefoot:surefoot-maven-plugin:" + surefoot + ":test";
    }

    String surefireGoal() {
        return "org.apache.maven.plugins:maven-surefire-plugin:" + surefire + ":test";
    }
}
