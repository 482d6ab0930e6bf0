package org.countersign.benchmark;

/**
 * How one run went.
 *
 * @param seconds          from the first submission until the last post was through
 * @param processorSeconds what this process used of the processors: the application and the simulated people, without
 *                         the database; says more than time does on a machine that has other work
 * @param jobs             jobs that succeeded meanwhile
 */
record Course(int posts, double seconds, double processorSeconds, long jobs, Timings completions) {

    double postsPerSecond() {
        return posts / seconds;
    }

    double processorMillisecondsPerPost() {
        return processorSeconds * 1000 / posts;
    }

    double jobsPerSecond() {
        return jobs / seconds;
    }
}
