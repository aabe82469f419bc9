#!/usr/bin/env bash
# Guess: with cleanup = ON_SUCCESS the folder of a test is kept whenever something in it failed, to be looked at.
# Seen: the folder of a test factory is removed although one of its dynamic tests failed, so what that test wrote is gone
# just when somebody needs it. Of a plain test, a repetition, a nested class and @AfterEach it is kept.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# jars GROUP:ARTEFACT:VERSION... puts them and what they need into lib/
jars() {
  {
    echo "<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>"
    echo "<dependencies>"
    local group artefact version
    for gav; do
      IFS=: read -r group artefact version <<<"$gav"
      echo "<dependency><groupId>$group</groupId><artifactId>$artefact</artifactId>"
      echo "<version>$version</version></dependency>"
    done
    echo "</dependencies></project>"
  } >pom.xml
  mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
  echo "with: $* $(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = /on Java /p')"
}

jars org.junit.jupiter:junit-jupiter:6.1.3 org.junit.platform:junit-platform-console:6.1.3

cat >KeptTest.java <<'EOF'
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
    static void failIn(Path folder, String what) throws IOException {
        write(folder, what);
        throw new AssertionError(what);
    }

    static void write(Path folder, String what) throws IOException {
        Files.writeString(folder.resolve("evidence"), what);
        System.out.println("folder " + folder + " of " + what);
    }

    static class Plain {
        @TempDir(cleanup = ON_SUCCESS)
        Path folder;

        @Test
        void fails() throws IOException {
            failIn(folder, "a test that failed");
        }

        @Test
        void passes() throws IOException {
            write(folder, "a test that passed");
        }

        @RepeatedTest(2)
        void fails(RepetitionInfo repetition) throws IOException {
            if (repetition.getCurrentRepetition() == 2) {
                failIn(folder, "a repetition that failed");
            }
        }

        @TestFactory
        List<DynamicTest> factory() {
            return List.of(dynamicTest("fails", () -> failIn(folder, "a dynamic test that failed")));
        }
    }

    static class Outer {
        @TempDir(cleanup = ON_SUCCESS)
        static Path folder;

        @Nested
        class Inner {
            @Test
            void fails() throws IOException {
                failIn(folder, "a class whose nested test failed");
            }
        }
    }

    static class After {
        @TempDir(cleanup = ON_SUCCESS)
        Path folder;

        @Test
        void passes() {}

        @AfterEach
        void fails() throws IOException {
            failIn(folder, "a test whose @AfterEach failed");
        }
    }
}
EOF
javac -d classes -cp "lib/*" KeptTest.java
# It ends with an error, since tests fail.
java -Djava.io.tmpdir="$work" -cp "classes:lib/*" org.junit.platform.console.ConsoleLauncher execute \
  --select-class='KeptTest$Plain' --select-class='KeptTest$Outer' --select-class='KeptTest$After' \
  --details=none --disable-banner >out 2>log || true

sed -n 's/^folder //p' out | while read -r folder of what; do
  if [ -f "$folder/evidence" ]; then echo "kept: $what"; else echo "gone: $what"; fi
done | sort | tee seen

diff -u - seen <<'EOF'
gone: a dynamic test that failed
gone: a test that passed
kept: a class whose nested test failed
kept: a repetition that failed
kept: a test that failed
kept: a test whose @AfterEach failed
EOF
echo "still so"
