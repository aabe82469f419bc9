package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a search knows by now.
 *
 * @param tests the tests of the suite, in its usual order
 * @param finds the flaky tests
 * @param anyway the tests that fail each time, in the usual order and in the counter-case
 * @param seen the tests that failed in some trial, and in no new JVM since
 * @param looked what was looked at
 * @param accounts what each way has brought, for the next search
 * @param executions how often the tests of classes that are looked at first have run, and how often they failed
 * @param trials how many trials there were, without the checks of finds
 * @param spent the CPU time of all
 * @param stopped why it has ended; empty while it goes on
 */
public record SearchState(
        List<ProbeUnit> tests,
        List<Find> finds,
        List<ProbeUnit> anyway,
        List<ProbeUnit> seen,
        List<Looked> looked,
        Map<Way, WayAccount> accounts,
        Map<ProbeUnit, Executions> executions,
        int trials,
        Duration spent,
        String stopped) {
    /** Copies lists and maps. */
    public SearchState {
        tests = List.copyOf(tests);
        finds = List.copyOf(finds);
        anyway = List.copyOf(anyway);
        seen = List.copyOf(seen);
        looked = List.copyOf(looked);
        accounts = Map.copyOf(accounts);
        executions = Map.copyOf(executions);
    }
}
