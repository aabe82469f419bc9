package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.FreshClass;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.report.Page.RenewedRow;
import io.github.surefoot.core.FreshReason;
import java.util.ArrayList;
import java.util.List;

/** What only renewed workers saw, and which classes fresh ones ran for that: the gravest first. */
final class RenewedRows {
    private RenewedRows() {}

    static List<RenewedRow> of(Judgement judgement, TestLinks links) {
        List<RenewedRow> rows = new ArrayList<>();
        judgement.verdict().tests().stream()
                .filter(TestResult::failsOnlyRenewed)
                .map(test -> test(test, links))
                .forEach(rows::add);
        judgement.evidence().renewedFaults().stream()
                .filter(RenewedFault::onlyRenewed)
                .map(RenewedRows::fault)
                .forEach(rows::add);
        judgement.evidence().freshClasses().stream().map(RenewedRows::fresh).forEach(rows::add);
        return rows;
    }

    private static RenewedRow test(TestResult test, TestLinks links) {
        String headline = test.failuresSetAside().get(0).headline();
        return new RenewedRow(
                test.shortName(),
                links.link(test.evidence().name().listedAs()),
                "failed in " + test.failuresSetAside().size() + " of "
                        + test.evidence().setAside().size() + " renewed rounds and in no fresh one",
                headline);
    }

    private static RenewedRow fault(RenewedFault fault) {
        return new RenewedRow(
                fault.worker() + ", a worker",
                "",
                "told of " + fault.what() + ", and no fresh one did",
                String.join(", ", fault.classes()));
    }

    private static RenewedRow fresh(FreshClass one) {
        return new RenewedRow(
                one.className(),
                "",
                "ran in fresh workers in " + one.rounds() + (one.rounds() == 1 ? " round" : " rounds")
                        + " beside the first, " + reason(one.reason()),
                one.why());
    }

    private static String reason(FreshReason reason) {
        return switch (reason) {
            case DIFFERS -> "since what renewed ones saw of it differs";
            case REMEMBERED -> "since it differed in an earlier run";
            case SUSPECT -> "since a renewed one told of a fault that is of no one class";
            case SAMPLE -> "drawn by lot to be compared";
            case COMPANY -> "since a class that differs is not the same without those that run before it";
        };
    }
}
