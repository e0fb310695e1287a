// Files on their way out: picked, dropped or pasted, looked at once more, then sent.

import { el, iconButton, ui, words } from "./dom.js";
import { size } from "./format.js";
import { send } from "./session.js";
import { isPrivate, state } from "./state.js";

const ALBUM = 10;
const PHOTOS = new Set(["image/jpeg", "image/png", "image/webp"]);

const { sheet, caption, sheetSend: submit } = ui;
let files = [];
let written = null;

function kindOf(file, asFile) {
  if (asFile) return "document";
  if (PHOTOS.has(file.type)) return "photo";
  if (file.type === "image/gif") return "animation";
  const [major] = file.type.split("/");
  return major === "video" || major === "audio" ? major : "document";
}

const visual = (kind) => kind === "photo" || kind === "video";

function joins(parcel, kind) {
  if (!parcel || parcel.files.length >= ALBUM || kind === "animation") return false;
  const [before] = parcel.kinds;
  return before === kind || (visual(before) && visual(kind));
}

// Neighbours of one sort travel as albums of at most ten, as Telegram does it.
function parcelsOf(asFile) {
  const parcels = [];
  for (const file of files) {
    const kind = kindOf(file, asFile);
    if (!joins(parcels.at(-1), kind)) parcels.push({ files: [], kinds: new Set() });
    parcels.at(-1).files.push(file);
    parcels.at(-1).kinds.add(kind);
  }
  return parcels;
}

async function sendAll(text, asFile) {
  for (const [index, parcel] of parcelsOf(asFile).entries()) {
    const kind = parcel.kinds.size === 1 ? [...parcel.kinds][0] : undefined;
    if (!(await send({ text: index ? "" : text, kind }, parcel.files))) return false;
    files = files.filter((file) => !parcel.files.includes(file));
  }
  return true;
}

async function sendSheet() {
  if (submit.disabled) return;
  submit.disabled = true;
  submit.textContent = "Sending…";
  const done = await sendAll(caption.value.trim(), ui.choices.querySelector(":checked").value === "file");
  submit.disabled = false;
  submit.textContent = "Send";
  if (!done) return show();
  written.clear();
  return sheet.close();
}

function face(file) {
  const src = URL.createObjectURL(file);
  const done = () => URL.revokeObjectURL(src);
  if (file.type.startsWith("image/")) return el("img", { src, alt: file.name, onload: done, onerror: done });
  if (file.type.startsWith("video/")) return el("video", { src, muted: true, preload: "metadata", onloadeddata: done });
  return el("span", { class: "preview-file" }, words("b", "", file.name), el("span", {}, size(file.size)));
}

function tile(file) {
  const remove = () => {
    files = files.filter((one) => one !== file);
    show();
  };
  return el("div", { class: "preview", testid: "preview" }, face(file), iconButton("close", `Remove ${file.name}`, remove));
}

function show() {
  if (!files.length) sheet.close();
  ui.sheetTitle.textContent = files.length === 1 ? "Send 1 file" : `Send ${files.length} files`;
  ui.choices.hidden = files.every((file) => kindOf(file) === "document");
  ui.asMedia.textContent = files.every((file) => kindOf(file) === "photo") ? "As photo" : "As media";
  ui.previews.replaceChildren(...files.map(tile));
  ui.previews.classList.toggle("one", files.length === 1);
}

export function attachFiles(given, givenWords) {
  if (!given.length || !state.person || (isPrivate() && state.person.blocked)) return;
  if (!sheet.open) {
    files = [];
    written = givenWords;
    caption.value = written.text;
    sheet.showModal();
    caption.focus();
  }
  files.push(...given);
  show();
}

const hasFiles = (event) => event.dataTransfer?.types.includes("Files");

export function startDropping(takeWords) {
  const zone = ui.dropzone;
  const listen = (name, act) =>
    addEventListener(name, (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      act(event);
    });
  listen("dragenter", () => (zone.hidden = false));
  listen("dragover", () => {});
  listen("dragleave", (event) => (zone.hidden = event.relatedTarget === null));
  listen("drop", (event) => {
    zone.hidden = true;
    attachFiles([...event.dataTransfer.files], takeWords());
  });
  addEventListener("paste", (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (!pasted.length) return;
    event.preventDefault();
    attachFiles(pasted, takeWords());
  });
  submit.onclick = sendSheet;
  caption.onkeydown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendSheet();
  };
}
