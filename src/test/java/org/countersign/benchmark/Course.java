package org.countersign.benchmark;

/**
 * How one run went.
 *
 * @param seconds from the first submission until the last post was through
 * @param jobs    jobs that succeeded meanwhile
 */
record Course(int posts, double seconds, long jobs, Timings completions) {

    double postsPerSecond() {
        return posts / seconds;
    }

    double jobsPerSecond() {
        return jobs / seconds;
    }
}
