package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.diagnosis.Diagnostician;
import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.GroupDiagnosis;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Prober;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.analysis.diagnosis.TestDiagnosis;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The diagnoses of the groups of a run, one after the other. */
public final class Diagnoses {
    private final ProbeJvms jvms;
    private final Duration budget;
    private final boolean confirming;
    private final Consumer<GroupDiagnosis> told;

    /** Culprits of other groups are likely to be those of the next. */
    private final Set<ProbeUnit> known = new LinkedHashSet<>();

    /**
     * Prepares them.
     *
     * @param budget how much CPU time each may take
     * @param confirming whether what is found is shown in new JVMs
     * @param told is told of each as soon as it is there
     */
    public Diagnoses(ProbeJvms jvms, Duration budget, boolean confirming, Consumer<GroupDiagnosis> told) {
        this.confirming = confirming;
        this.jvms = jvms;
        this.budget = budget;
        this.told = told;
    }

    /** Makes them; if this JVM is told to end meanwhile, the one that is under way is told as far as it is. */
    public List<GroupDiagnosis> untilInterrupted(List<FailedGroup> groups) {
        return new UntilInterrupted(jvms, "surefoot-diagnose").get(() -> of(groups));
    }

    /** Makes them. */
    public List<GroupDiagnosis> of(List<FailedGroup> groups) {
        return of(groups, () -> true, true);
    }

    /**
     * Makes them as long as there is time. Of tests that were put together by a mere guess those are alike that were seen to
     * be.
     *
     * @param goesOn whether there is time for another
     */
    public List<GroupDiagnosis> guessed(List<FailedGroup> groups, BooleanSupplier goesOn) {
        return of(groups, goesOn, false);
    }

    private List<GroupDiagnosis> of(List<FailedGroup> groups, BooleanSupplier goesOn, boolean alikeUnlessSeen) {
        List<GroupDiagnosis> result = new ArrayList<>();
        Deque<FailedGroup> open = new ArrayDeque<>(groups);
        while (!open.isEmpty() && !jvms.isStopped() && goesOn.getAsBoolean()) {
            FailedGroup group = open.removeFirst();
            Duration before = jvms.spent();
            Prober prober = jvms.prober(group.order(), budget);
            Subject first = group.subjects().get(0);
            TestDiagnosis diagnosis = Diagnostician.diagnose(first.suspecting(suspects(first)), prober, confirming);
            SharedCause cause = new SharedCause(diagnosis);
            List<Subject> alike = new ArrayList<>();
            List<Subject> others = new ArrayList<>();
            for (Subject subject : group.subjects().subList(1, group.subjects().size())) {
                (cause.isAlike(subject, prober, alikeUnlessSeen) ? alike : others).add(subject);
            }
            if (!others.isEmpty()) {
                open.addFirst(new FailedGroup(others));
            }
            open = withoutThose(open, cause, alike, goesOn);
            diagnosis.allCulprits().forEach(known::add);
            GroupDiagnosis found =
                    new GroupDiagnosis(diagnosis, alike, jvms.spent().minus(before));
            told.accept(found);
            result.add(found);
        }
        return result;
    }

    private List<ProbeUnit> suspects(Subject subject) {
        List<ProbeUnit> before = subject.failing().orElse(List.of());
        return known.stream()
                .map(unit -> ProbeUnit.ofClass(unit.className()))
                .filter(before::contains)
                .distinct()
                .toList();
    }

    /** Returns the groups that are left when those tests whose failures have this cause too are put to those of its own. */
    private Deque<FailedGroup> withoutThose(
            Deque<FailedGroup> open, SharedCause cause, List<Subject> alike, BooleanSupplier goesOn) {
        Deque<FailedGroup> left = new ArrayDeque<>();
        for (FailedGroup group : open) {
            Prober prober = jvms.prober(group.order(), budget);
            List<Subject> others = new ArrayList<>(group.subjects());
            if (!jvms.isStopped() && goesOn.getAsBoolean() && cause.isSure(others.get(0), prober, confirming)) {
                alike.add(others.remove(0));
                others.removeIf(subject -> cause.isAlike(subject, prober, false) && alike.add(subject));
            }
            if (!others.isEmpty()) {
                left.addLast(new FailedGroup(others));
            }
        }
        return left;
    }
}
