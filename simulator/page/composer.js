// Where one writes: words, files, a voice; answers and edits show above the line.

import { world } from "./api.js";
import { attachFiles, startDropping } from "./attach.js";
import { CommandList } from "./commands.js";
import { button, byId, el, icon, iconButton, words } from "./dom.js";
import { summary } from "./format.js";
import { cancelRecording, startRecorder } from "./recorder.js";
import { attempt, lastOwnText, saveEdit, send, setEditing, setReply } from "./session.js";
import { emit, isPrivate, on, sortedMessages, state } from "./state.js";

const input = byId("input");
const picker = byId("picker");
const sendButton = byId("send");
const commands = new CommandList(input, byId("menu"));
const drafts = new Map();
let draftKey = "";
let wasEditing = false;
let lastForced = 0;

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
  byId("mic").hidden = full;
  byId("menu").classList.toggle("slim", full);
  commands.suggest();
}

function onKey(event) {
  if (event.isComposing || commands.key(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && (state.reply || state.editing)) setReply(null);
  else if (event.key === "ArrowUp" && !input.value && lastOwnText()) {
    event.preventDefault();
    setEditing(lastOwnText());
  }
}

function showContext() {
  const { editing } = state;
  const message = editing ?? state.reply;
  byId("context").hidden = !message;
  sendButton.replaceChildren(icon(editing ? "check" : "send"));
  if (wasEditing && !editing) setText("");
  wasEditing = Boolean(editing);
  if (!message) return;
  const title = editing ? "Editing" : `Reply to ${message.outgoing ? "yourself" : message.from.first_name}`;
  const about = el("span", { class: "context-words" }, words("b", "", title), words("span", "", summary(message)));
  byId("context").replaceChildren(icon(editing ? "edit" : "reply"), about, iconButton("close", "Cancel", () => setReply(null)));
  if (editing) setText(message.text);
  input.focus();
}

function replyRow(row) {
  return el("div", { class: "keys-row" }, row.map((text) => button({ class: "key", dir: "auto", onclick: () => send({ text }) }, text)));
}

// The newest keyboard that the bot gave instead of the usual one; an empty one takes it away.
function showReplyKeys() {
  const messages = sortedMessages();
  const rows = messages.findLast((message) => message.reply_keyboard)?.reply_keyboard ?? [];
  byId("reply-keys").hidden = !rows.length;
  byId("reply-keys").replaceChildren(...rows.map(replyRow));
  const last = messages.at(-1);
  if (!last?.force_reply || last.outgoing || lastForced === last.message_id) return;
  lastForced = last.message_id;
  setReply(last);
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
  byId("unblock").hidden = !blocked;
  byId("bar").hidden = blocked;
}

// Words not sent yet stay with their chat.
function changeChat() {
  drafts.set(draftKey, wasEditing ? "" : input.value);
  draftKey = `${state.person?.id}/${state.chat?.id}`;
  wasEditing = false;
  input.disabled = false;
  showContext();
  cancelRecording();
  setText(drafts.get(draftKey) ?? "");
  showReplyKeys();
  showBlocked();
  if (matchMedia("(hover: hover)").matches) input.focus();
}

// Words already written become the caption of the files.
function takeWords() {
  const text = state.editing ? "" : input.value;
  return { text, clear: () => text && setText("") };
}

export function startComposer() {
  input.addEventListener("input", grow);
  input.addEventListener("keydown", onKey);
  sendButton.addEventListener("click", submit);
  byId("attach").addEventListener("click", () => picker.click());
  byId("unblock").addEventListener("click", () => setBlocked(false));
  picker.addEventListener("change", () => {
    attachFiles([...picker.files], takeWords());
    picker.value = "";
  });
  startDropping(takeWords);
  startRecorder(() => picker.click());
  on("context", showContext);
  on("chat", changeChat);
  on("messages", showReplyKeys);
  on("people", showBlocked);
  on("insert", (text) => {
    setText(text);
    input.focus();
  });
}
