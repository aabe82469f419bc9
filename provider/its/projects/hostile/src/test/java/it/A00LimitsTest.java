package it;

import org.junit.jupiter.api.Test;

class A00LimitsTest {
    @Test
    void passes() throws Exception {
        String own = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("prlimit", "--pid", own, "--core=0", "--nproc=4096").start().waitFor();
    }
}
