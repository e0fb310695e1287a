// Puts the chat page together; the first person's chat opens as soon as the server answers.

import { startComposer } from "./composer.js";
import { startHeader } from "./header.js";
import { startDialogs } from "./overlay.js";
import { startPeople } from "./people.js";
import { watchOthers } from "./session.js";
import { startThread } from "./thread.js";

startDialogs();
startPeople();
startHeader();
startThread();
startComposer();
watchOthers();
