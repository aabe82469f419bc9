package io.github.surefoot.its;

import io.github.surefoot.its.harness.Maven;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encrypts passwords as a user of a certain Maven does, by the tool that comes with it, under a master password that is
 * made here, in a home directory of the test's own.
 *
 * @param maven the home of that Maven
 * @param home what it takes for the home directory of the user
 */
record MavenEncryption(Path maven, Path home) {
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[^{}\\s]{16,}}");

    private static final String SECURITY_3 = "<settingsSecurity><master>%s</master></settingsSecurity>";
    private static final String SECURITY_4 = """
            <settingsSecurity>
              <modelVersion>3.0.0</modelVersion>
              <defaultDispatcher>master</defaultDispatcher>
              <configurations>
                <configuration>
                  <name>master</name>
                  <properties>
                    <property><name>source</name><value>file:%s</value></property>
                    <property><name>cipher</name><value>AES/GCM/NoPadding</value></property>
                  </properties>
                </configuration>
              </configurations>
            </settingsSecurity>
            """;

    /** Returns the JVM option with which this Maven finds what was written here. */
    String option() {
        return "-Duser.home=" + home;
    }

    /** Returns the value as it stands in {@code settings.xml}. */
    String encrypt(String value) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(home.resolve(".m2"));
        String master = CanaryValues.random(20);
        if (Files.exists(maven.resolve("bin/mvnenc"))) {
            Path file = Files.writeString(directory.resolve("master"), master);
            Files.writeString(directory.resolve("settings-security4.xml"), SECURITY_4.formatted(file));
            return run(value, "mvnenc", "encrypt");
        }
        String encrypted = run("", "mvn", "--encrypt-master-password", master);
        Files.writeString(directory.resolve("settings-security.xml"), SECURITY_3.formatted(encrypted));
        return run("", "mvn", "--encrypt-password", value);
    }

    private String run(String input, String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(maven.resolve("bin").resolve(tool).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MAVEN_"));
        environment.put("MAVEN_OPTS", Maven.FAST + ' ' + option());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (var keyboard = process.getOutputStream()) {
            keyboard.write((input + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher encrypted = ENCRYPTED.matcher(output);
        if (!encrypted.find()) {
            throw new AssertionError(tool + " of " + maven + " did not encrypt: "
                    + output.lines().toList());
        }
        return encrypted.group();
    }
}
