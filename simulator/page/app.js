// Puts the chat page together; the first person's chat opens as soon as the server answers.

import "./attach.js";
import "./composer.js";
import "./header.js";
import "./inline.js";
import "./keys.js";
import "./links.js";
import "./people.js";
import { follow } from "./session.js";
import "./thread.js";

follow();
