// Puts the chat page together and opens the first chat.

import { startComposer } from "./composer.js";
import { startHeader } from "./header.js";
import { startDialogs } from "./overlay.js";
import { startPeople } from "./people.js";
import { openFirst, refreshPeople, watchOthers } from "./session.js";
import { emit, state } from "./state.js";
import { startThread } from "./thread.js";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function reachWorld() {
  for (;;) {
    try {
      return await refreshPeople();
    } catch {
      state.online = false;
      emit("link");
      await pause(1500);
    }
  }
}

startDialogs();
startPeople();
startHeader();
startThread();
startComposer();
await reachWorld();
state.online = true;
emit("link");
openFirst();
watchOthers();
