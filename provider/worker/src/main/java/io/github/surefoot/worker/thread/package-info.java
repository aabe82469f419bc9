/** Threads and background tasks that outlive the test class that started them, named. */
@NullMarked
package io.github.surefoot.worker.thread;

import org.jspecify.annotations.NullMarked;
