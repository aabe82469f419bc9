package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.analysis.evidence.matching.UniqueIdPath.Segment;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names tests that look alike by what tells them apart: their suite, subclass or enclosing classes, else a number. */
final class DistinctNames {
    /** So JUnit Platform writes the one between directories in an identifier. */
    private static final String SLASH = "%2F";

    private DistinctNames() {}

    static void give(List<TestRow> rows) {
        Map<TestId, List<TestRow>> byId = new HashMap<>();
        Map<String, Set<TestId>> byShortName = new HashMap<>();
        for (TestRow row : rows) {
            byId.computeIfAbsent(row.id(), id -> new ArrayList<>(1)).add(row);
        }
        for (TestId id : byId.keySet()) {
            byShortName
                    .computeIfAbsent(id.shortName(), name -> new LinkedHashSet<>(1))
                    .add(id);
        }
        for (Set<TestId> alike : byShortName.values()) {
            for (TestId id : alike) {
                name(byId.getOrDefault(id, List.of()), alike.size() > 1);
            }
        }
    }

    private static void name(List<TestRow> sameId, boolean inFull) {
        if (sameId.size() == 1) {
            TestRow only = sameId.get(0);
            only.call(new TestName(only.id(), 1, "", inFull));
            return;
        }
        Map<UniqueIdPath, String> owners = owners(sameId);
        Map<String, Integer> ofOneOwner = new HashMap<>();
        int instance = 0;
        for (TestRow row : sameId) {
            String owner = owners.getOrDefault(row.belongsTo(), "");
            int number = ofOneOwner.merge(owner, 1, Integer::sum);
            row.call(new TestName(row.id(), ++instance, qualifier(owner, number), inFull));
        }
    }

    private static String qualifier(String owner, int number) {
        if (owner.isEmpty()) {
            return number == 1 ? "" : Integer.toString(number);
        }
        return "in " + owner + (number == 1 ? "" : ", " + number);
    }

    /** Returns for each owner what no other has; nothing if there is but one. */
    private static Map<UniqueIdPath, String> owners(List<TestRow> sameId) {
        Set<UniqueIdPath> owners =
                sameId.stream().map(row -> row.belongsTo()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (owners.size() < 2) {
            return Map.of();
        }
        int shortest = owners.stream().mapToInt(o -> o.segments().size()).min().orElse(0);
        int first = 0;
        while (first < shortest && agree(owners, first, false)) {
            first++;
        }
        int last = 0;
        while (last < shortest - first && agree(owners, last, true)) {
            last++;
        }
        Map<UniqueIdPath, String> names = new HashMap<>();
        for (UniqueIdPath owner : owners) {
            List<Segment> own = owner.segments();
            names.put(owner, text(own.subList(first, own.size() - last)));
        }
        return names;
    }

    private static boolean agree(Collection<UniqueIdPath> owners, int index, boolean fromEnd) {
        return owners.stream()
                        .map(UniqueIdPath::segments)
                        .map(own -> own.get(fromEnd ? own.size() - 1 - index : index))
                        .distinct()
                        .count()
                == 1;
    }

    /** Returns the values, of classes without their packages, of files without their directories. */
    private static String text(List<Segment> own) {
        return own.stream().map(DistinctNames::text).collect(Collectors.joining(" > "));
    }

    private static String text(Segment segment) {
        String value = segment.value();
        int slash = value.lastIndexOf(SLASH);
        return value.substring(slash < 0 ? value.lastIndexOf('.') + 1 : slash + SLASH.length());
    }
}
