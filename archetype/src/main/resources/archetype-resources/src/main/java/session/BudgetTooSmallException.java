package ${package}.session;

/** Says that a context window cannot hold even what must not be left out. */
public final class BudgetTooSmallException extends RuntimeException {

    BudgetTooSmallException(int budget, int needed) {
        super("The budget is " + budget + " tokens; the system messages of this session need " + needed + ".");
    }
}
