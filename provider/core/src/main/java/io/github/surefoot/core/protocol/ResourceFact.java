package io.github.surefoot.core.protocol;

/** The names by which a worker's resource tells the provider, and Maven, what both have to act upon. */
public final class ResourceFact {
    /**
     * The event of a resource that cannot be had, for a reason that no test can help: a server that is down, a wrong password.
     * What fails in the worker from then on says nothing of its tests, and no further round can tell more.
     */
    public static final String UNAVAILABLE = "unavailable";

    /** What is wrong and the mend, for people: a detail of that event. */
    public static final String WHAT = "what";

    private ResourceFact() {}
}
