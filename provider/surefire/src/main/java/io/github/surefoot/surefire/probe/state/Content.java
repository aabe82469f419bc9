package io.github.surefoot.surefire.probe.state;

import java.util.Optional;

/** What an object held. */
interface Content {
    /** Returns how it differs from what the object holds now. */
    Optional<Difference> difference();

    /** Makes the object hold it again, as far as it lets that be done. */
    void restore();
}
