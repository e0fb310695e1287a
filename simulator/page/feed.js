// Follows what happens around one person: server-sent events, long polling where those do not come through.

import { world } from "./api.js";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const POLLING_MS = 60_000;

// `resync` brings everything up to date and says from where to listen on. It runs after every lost connection, so
// that a restarted server is noticed as well. Returns what stops the following.
export function follow(person, { resync, onEvent, onLink }) {
  const stopper = new AbortController();
  let failures = 0;

  function listen(since) {
    return new Promise((resolve) => {
      const source = new EventSource(world.eventsUrl(person, since));
      const end = () => {
        source.close();
        resolve();
      };
      stopper.signal.onabort = end;
      source.onopen = () => {
        failures = 0;
        onLink(true);
      };
      source.onmessage = (event) => onEvent(JSON.parse(event.data), Number(event.lastEventId));
      source.onerror = end;
    });
  }

  async function poll(since) {
    const until = Date.now() + POLLING_MS;
    let next = since;
    while (Date.now() < until && !stopper.signal.aborted) {
      const answer = await world.changes(person, next, 20, stopper.signal);
      onLink(true);
      next = answer.next;
      for (const event of answer.events) onEvent(event, next);
    }
    failures = 0;
  }

  async function run() {
    while (!stopper.signal.aborted) {
      try {
        const since = await resync();
        if (!stopper.signal.aborted) await (failures < 2 ? listen(since) : poll(since));
      } catch {
        // Lost, or never reached: the next round looks again.
      }
      if (stopper.signal.aborted) return;
      failures += 1;
      if (failures > 1) onLink(false);
      await pause(Math.min(250 * 2 ** failures, 5000));
    }
  }

  run();
  return () => stopper.abort();
}
