package ${package}.security;

/** The headers of a request, of whatever HTTP server. */
@FunctionalInterface
public interface RequestHeaders {

    /** Returns the first value of a header, whose name has no case; null if it is missing. */
    String first(String name);
}
