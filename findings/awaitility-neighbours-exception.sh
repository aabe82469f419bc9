#!/usr/bin/env bash
# Guess: an await() learns of an exception that ends a thread while it waits, as the guide says, and so does each of several
# that wait at the same time, in tests that run in parallel.
# Seen: there is one handler for the JVM, and the await that began last has it: the exception of one test's thread fails the
# test beside it, and its own passes. When any of the awaits has ended, even one with dontCatchUncaughtExceptions(), no other
# that still waits learns of anything: a test that fails alone passes beside another.
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

jars org.awaitility:awaitility:4.3.0

cat >Main.java <<'EOF'
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;

class Main {
    /** A test that waits, from its first look at the condition until it is told that this holds. */
    static class Waiting {
        private final CountDownLatch looked = new CountDownLatch(1);
        private final CountDownLatch holds = new CountDownLatch(1);
        private final Thread thread;
        private volatile String outcome = "passes";

        Waiting(ConditionFactory await) throws InterruptedException {
            thread = new Thread(() -> {
                try {
                    await.until(() -> {
                        looked.countDown();
                        return holds.getCount() == 0;
                    });
                } catch (Throwable e) {
                    outcome = "fails with " + e.getMessage();
                }
            });
            thread.start();
            looked.await();
        }

        String end() throws InterruptedException {
            holds.countDown();
            thread.join();
            return outcome;
        }
    }

    static void threadOfTheFirstThrows() throws InterruptedException {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("the first one's exception");
        });
        thread.start();
        thread.join();
    }

    public static void main(String[] args) throws Exception {
        Waiting alone = new Waiting(await());
        threadOfTheFirstThrows();
        System.out.println("alone: " + alone.end());

        Waiting first = new Waiting(await());
        Waiting second = new Waiting(await());
        threadOfTheFirstThrows();
        System.out.println("beside a second: the first " + first.end() + ", the second " + second.end());

        first = new Waiting(await());
        second = new Waiting(await());
        String ended = second.end();
        threadOfTheFirstThrows();
        System.out.println("the second ended before: the first " + first.end() + ", the second " + ended);

        first = new Waiting(await());
        second = new Waiting(await().dontCatchUncaughtExceptions());
        threadOfTheFirstThrows();
        System.out.println("beside one that does not catch: the first " + first.end() + ", the second " + second.end());

        first = new Waiting(await());
        second = new Waiting(await().dontCatchUncaughtExceptions());
        ended = second.end();
        threadOfTheFirstThrows();
        System.out.println("that ended before: the first " + first.end() + ", the second " + ended);
    }
}
EOF
java -cp "lib/*" Main.java 2>log | tee seen

diff -u - seen <<'EOF'
alone: fails with the first one's exception
beside a second: the first passes, the second fails with the first one's exception
the second ended before: the first passes, the second passes
beside one that does not catch: the first fails with the first one's exception, the second passes
that ended before: the first passes, the second passes
EOF
echo "still so"
