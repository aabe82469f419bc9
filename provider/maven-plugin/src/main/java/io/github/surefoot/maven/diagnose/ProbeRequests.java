package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.diagnosis.FailedGroup;
import io.github.surefoot.analysis.diagnosis.Probe;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.StateLook;
import java.util.ArrayList;
import java.util.List;

/** What JUnit's launcher is asked for, so that a probe's units run in their order. */
final class ProbeRequests {
    private static final String TESTNG = "[engine:testng]";

    private ProbeRequests() {}

    static ProbeRequest of(Probe probe, FailedGroup.Order order, StateLook look) {
        List<List<ProbeRequest.Item>> requests = new ArrayList<>();
        List<ProbeUnit> together = new ArrayList<>();
        for (ProbeUnit unit : probe.units()) {
            if (!together.isEmpty() && !belongs(unit, together, order)) {
                requests.add(items(together));
                together.clear();
            }
            together.add(unit);
        }
        requests.add(items(together));
        return new ProbeRequest(
                requests, probe.watched().uniqueId(), order.seed(), order.round(), look, order.kind(), false);
    }

    /**
     * Tests of one class go into one request, so that what is before and after all its tests is so here too; they run in the
     * order in which they are listed. TestNG cannot be told that: where its order is not its own, each test has a request.
     */
    private static boolean belongs(ProbeUnit unit, List<ProbeUnit> together, FailedGroup.Order order) {
        return (order.kind() == OrderKind.CONFIGURED || !unit.uniqueId().startsWith(TESTNG))
                && !unit.isClass()
                && !together.contains(unit)
                && together.stream()
                        .allMatch(other -> !other.isClass() && other.className().equals(unit.className()));
    }

    private static List<ProbeRequest.Item> items(List<ProbeUnit> units) {
        return units.stream()
                .map(unit -> unit.isClass()
                        ? new ProbeRequest.Item(unit.className(), true)
                        : new ProbeRequest.Item(unit.uniqueId(), false))
                .toList();
    }
}
