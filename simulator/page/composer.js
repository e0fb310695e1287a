// Where one writes: words, files, a voice; answers and edits show above the line.

import { world } from "./api.js";
import { attachFiles, startDropping } from "./attach.js";
import { startCommands, suggest, takesKey } from "./commands.js";
import { el, icon, iconButton, words, ui } from "./dom.js";
import { summary } from "./format.js";
import { cancelRecording, startRecorder } from "./recorder.js";
import { attempt, saveEdit, send, setReply } from "./session.js";
import { emit, isPrivate, on, state } from "./state.js";

const { input, picker, send: sendButton } = ui;
let wasEditing = false;

async function submit() {
  const text = input.value.trim();
  const { editing } = state;
  if (!text) return;
  if (!editing) setText("");
  const done = editing ? await saveEdit(editing, text) : await send({ text });
  if (!done && !input.value) setText(text);
}

function setText(text) {
  input.value = text;
  grow();
}

function grow() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 180)}px`;
  const full = Boolean(input.value.trim());
  sendButton.hidden = !full;
  ui.mic.hidden = full;
  ui.menu.classList.toggle("slim", full);
  suggest();
}

function onKey(event) {
  if (event.isComposing || takesKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && (state.reply || state.editing)) setReply(null);
}

function showContext() {
  const { editing } = state;
  const message = editing ?? state.reply;
  ui.context.hidden = !message;
  sendButton.replaceChildren(icon(editing ? "check" : "send"));
  if (wasEditing && !editing) setText("");
  wasEditing = Boolean(editing);
  if (!message) return;
  const title = editing ? "Editing" : `Reply to ${message.outgoing ? "yourself" : message.from.first_name}`;
  const about = el("span", { class: "context-words" }, words("b", "", title), words("span", "", summary(message)));
  ui.context.replaceChildren(icon(editing ? "edit" : "reply"), about, iconButton("close", "Cancel", () => setReply(null)));
  if (editing) setText(message.text);
  input.focus();
}

export async function setBlocked(blocked) {
  const { person } = state;
  const call = blocked ? world.block : world.unblock;
  if (!(await attempt(() => call(person.id), "That did not work"))) return;
  person.blocked = blocked;
  emit("people");
}

function showBlocked() {
  const blocked = isPrivate() && state.person.blocked;
  ui.unblock.hidden = !blocked;
  ui.bar.hidden = blocked;
}

function changeChat() {
  input.disabled = false;
  showContext();
  cancelRecording();
  setText("");
  showBlocked();
  if (matchMedia("(hover: hover)").matches) input.focus();
}

// Words already written become the caption of the files.
function takeWords() {
  const text = state.editing ? "" : input.value;
  return { text, clear: () => text && setText("") };
}

export function startComposer() {
  input.oninput = grow;
  input.onkeydown = onKey;
  sendButton.onclick = submit;
  ui.attach.onclick = () => picker.click();
  ui.unblock.onclick = () => setBlocked(false);
  picker.onchange = () => {
    attachFiles([...picker.files], takeWords());
    picker.value = "";
  };
  startCommands();
  startDropping(takeWords);
  startRecorder(() => picker.click());
  on("context", showContext);
  on("chat", changeChat);
  on("people", showBlocked);
}
