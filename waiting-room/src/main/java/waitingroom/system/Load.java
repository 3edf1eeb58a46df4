package waitingroom.system;

/**
 * How busy a process of the waiting room is.
 *
 * @param cpu             share of all cores of the machine this process uses, 0 to 1
 * @param eventLoopMillis how long a piece of work waited for its event loop a moment ago
 * @param streams         live streams to browsers that are open
 */
record Load(double cpu, long heapUsed, long heapMost, int threads, double eventLoopMillis, long streams) {}
