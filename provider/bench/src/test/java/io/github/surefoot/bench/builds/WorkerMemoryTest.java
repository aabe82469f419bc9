package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerMemoryTest {
    @Test
    void readsThePeakThatLinuxKeeps() {
        List<String> status = List.of("Name:\tjava", "VmPeak:\t 9000000 kB", "VmHWM:\t  123456 kB", "VmRSS:\t 100 kB");

        assertThat(WorkerMemory.peak(status)).hasValue(123_456);
    }

    @Test
    void aProcessThatHasEndedHasNoPeak() {
        assertThat(WorkerMemory.peak(List.of("Name:\tjava", "State:\tZ (zombie)")))
                .isEmpty();
    }

    @Test
    void aForkOfSurefireIsAWorkerAndTheShellThatStartsItIsNot() {
        assertThat(WorkerMemory.isWorker("/jdk/bin/java", "-jar", "/tmp/surefire/surefirebooter-1.jar"))
                .isTrue();
        assertThat(WorkerMemory.isWorker("/bin/sh", "-c", "/jdk/bin/java -jar /tmp/surefire/surefirebooter-1.jar"))
                .isFalse();
        assertThat(WorkerMemory.isWorker("/jdk/bin/java", "-jar", "server.jar")).isFalse();
    }
}
