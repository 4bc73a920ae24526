/**
 * The benchmarks: each workload beside a yardstick that does the least that could be done, measured
 * in one run.
 */
package org.csoalliance.it.bench;
