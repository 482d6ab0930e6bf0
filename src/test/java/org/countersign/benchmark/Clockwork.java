package org.countersign.benchmark;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Time and memory of this process. */
final class Clockwork {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private Clockwork() {
    }

    static double secondsSinceStart() {
        return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0;
    }

    static long processorNanoseconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** @return how long it took, in seconds */
    static double until(BooleanSupplier done) {
        long begin = System.nanoTime();
        while (!done.getAsBoolean()) {
            LockSupport.parkNanos(LOOK);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What is really used of the heap, in MB. */
    static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
