// Where one writes: words, files, a voice; answers and edits show above the line.

import { act } from "./api.js";
import { suggest, takesKey } from "./commands.js";
import { el, fill, icon, iconButton, span, words, ui } from "./dom.js";
import { cancelRecording } from "./recorder.js";
import { attempt, saveEdit, send, setReply } from "./session.js";
import { emit, isPrivate, on, state } from "./state.js";

const { input, send: sendButton } = ui;
let wasEditing = false;

async function submit() {
  const text = input.value.trim();
  const { editing } = state;
  if (!text) return;
  if (!editing) fill("");
  const done = editing ? await saveEdit(editing, text) : await send({ text });
  if (!done && !input.value) fill(text);
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
  if (wasEditing && !editing) fill("");
  wasEditing = Boolean(editing);
  if (!message) return;
  const title = editing ? "Editing" : `Reply to ${message.outgoing ? "yourself" : message.from.first_name}`;
  const about = el("span", { class: "context-words" }, words("b", "", title), span("", message.summary));
  ui.context.replaceChildren(icon(editing ? "edit" : "reply"), about, iconButton("close", "Cancel", () => setReply(null)));
  if (editing) fill(message.text);
  input.focus();
}

export async function setBlocked(blocked) {
  const { person } = state;
  if (!(await attempt(() => act(blocked ? "block" : "unblock", { person: person.id }), "That did not work"))) return;
  person.blocked = blocked;
  emit("people");
}

function showBlocked() {
  const blocked = isPrivate() && state.person.blocked;
  ui.unblock.hidden = !blocked;
  ui.bar.hidden = blocked;
}

function changeChat() {
  input.disabled = !state.chat;
  showContext();
  cancelRecording();
  fill("");
  showBlocked();
  if (matchMedia("(hover: hover)").matches) input.focus();
}

input.oninput = suggest;
input.onkeydown = onKey;
sendButton.onclick = submit;
ui.unblock.onclick = () => setBlocked(false);
on("context", showContext);
on("chat", changeChat);
on("people", showBlocked);
