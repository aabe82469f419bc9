package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Clues;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.core.protocol.Dispatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The finds of a search that depend on what runs before them, as questions to a diagnosis: who is it? */
public final class FindSubjects {
    private FindSubjects() {}

    /**
     * Returns them; those that failed in one order are together, since they may have one cause.
     *
     * @param classes the suite in its usual order
     */
    public static List<FailedGroup> of(SearchState state, List<String> classes) {
        Map<String, List<ProbeUnit>> tests = new LinkedHashMap<>();
        state.tests().forEach(test -> tests.computeIfAbsent(test.className(), first -> new ArrayList<>())
                .add(test));
        Map<List<Object>, List<Subject>> together = new LinkedHashMap<>();
        of(state).forEach(find -> together.computeIfAbsent(key(find), first -> new ArrayList<>())
                .add(subject(find, tests, classes)));
        return together.values().stream().map(FailedGroup::new).toList();
    }

    /** Returns the numbers of these finds, by their tests. */
    public static Map<ProbeUnit, Integer> numbers(SearchState state) {
        return of(state).collect(Collectors.toMap(Find::test, Find::number, (one, other) -> one));
    }

    private static Stream<Find> of(SearchState state) {
        return state.finds().stream().filter(find -> find.kind() == FindKind.ORDER || find.kind() == FindKind.BRITTLE);
    }

    private static List<Object> key(Find find) {
        Trial trial = find.trial();
        return List.of(find.kind(), trial.methods(), trial.number(), trial.round());
    }

    private static Subject subject(Find find, Map<String, List<ProbeUnit>> tests, List<String> classes) {
        String own = find.test().className();
        List<ProbeUnit> usual = new ArrayList<>();
        classes.subList(0, Math.max(0, classes.indexOf(own))).forEach(name -> usual.add(ProbeUnit.ofClass(name)));
        List<ProbeUnit> before = new ArrayList<>();
        if (find.trial().way() != Way.CLASS && find.trial().way() != Way.ALONE) {
            before.addAll(find.trial().units().subList(0, find.unit()));
        }
        // Methods of its own class may have run before it, and in which order only the engine knows.
        tests.getOrDefault(own, List.of()).stream()
                .filter(test -> !test.equals(find.test()))
                .forEach(before::add);
        return new Subject(
                find.test(),
                Optional.of(before),
                Optional.of(usual),
                tests,
                Clues.NONE,
                new FailedGroup.Order(
                        "",
                        find.trial().methods().isNumbered()
                                ? OptionalLong.of(find.trial().number())
                                : OptionalLong.empty(),
                        find.trial().round(),
                        Dispatch.EACH,
                        find.trial().methods()),
                false,
                find.with().failed(),
                find.without().runs(),
                find.failure());
    }
}
