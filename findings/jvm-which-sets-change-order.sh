#!/usr/bin/env bash
# Guess: Set.of with the same strings is iterated alike each time; a HashSet of objects without hashCode is not, as
# identity hash codes are addresses or random.
# Seen: the other way round. Set.of and Map.of draw an order for each JVM. Identity hash codes are drawn from a
# generator that starts alike in each JVM: ten JVMs, one order. So a rerun does not show a test that depends on the
# latter.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java -version 2>&1 | sed -n 2p
cat >Order.java <<'EOF'
import java.util.*;

public class Order {
    public static void main(String[] args) {
        System.out.println("Set.of " + Set.of("a", "b", "c", "d", "e", "f", "g"));
        Map<Object, Integer> order = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            order.put(new Object(), i);
        }
        System.out.println("identity " + order.values());
    }
}
EOF
javac Order.java
for _ in 1 2 3 4 5 6 7 8 9 10; do
  java Order
done >orders

{
  echo "Set.of: $([ "$(grep Set.of orders | sort -u | wc -l)" -gt 1 ] && echo several || echo one)"
  echo "HashMap of plain objects: $([ "$(grep identity orders | sort -u | wc -l)" -gt 1 ] && echo several || echo one)"
} | tee seen

diff -u - seen <<'EOF'
Set.of: several
HashMap of plain objects: one
EOF
echo "still so"
