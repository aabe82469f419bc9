package ${package}.session;

/** Who speaks in a message. */
public enum Role {
    /** Instructions that hold for the whole session; a context window never leaves them out. */
    SYSTEM,
    /** A person. */
    USER,
    /** A model or another program that answers. */
    ASSISTANT,
    /** The result of something that was run. */
    TOOL
}
