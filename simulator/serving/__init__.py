"""What every simulated HTTP service needs: a process, a log of requests, faults, a memory."""
