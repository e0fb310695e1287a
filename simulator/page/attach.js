// Files on their way out: picked, dropped or pasted, looked at once more, then sent.

import { el, fill, iconButton, span, words, ui } from "./dom.js";
import { size } from "./format.js";
import { send } from "./session.js";
import { isPrivate, state } from "./state.js";

const { sheet, caption, sheetSend: submit } = ui;
let files = [];

async function sendSheet() {
  if (submit.disabled) return;
  submit.disabled = true;
  const asFile = ui.choices.querySelector(":checked").value === "file";
  const done = await send({ text: caption.value.trim(), kind: asFile && "document" }, files);
  submit.disabled = false;
  if (!done) return;
  fill("");
  sheet.close();
}

function face(file) {
  const src = URL.createObjectURL(file);
  const done = () => URL.revokeObjectURL(src);
  if (file.type.startsWith("image/")) return el("img", { src, alt: file.name, onload: done, onerror: done });
  if (file.type.startsWith("video/")) return el("video", { src, muted: true, preload: "metadata", onloadeddata: done });
  return el("span", { class: "preview-file" }, words("b", "", file.name), span("", size(file.size)));
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
  ui.sheetTitle.textContent = `Send ${files.length} file${files[1] ? "s" : ""}`;
  ui.choices.hidden = !files.some(({ type }) => /^(image|video|audio)\//.test(type));
  ui.asMedia.textContent = files.every(({ type }) => /^image\/(jpeg|png|webp)/.test(type)) ? "As photo" : "As media";
  ui.previews.replaceChildren(...files.map(tile));
}

// Words already written become the caption of the files.
export function attachFiles(given) {
  if (!given.length || !state.person || (isPrivate() && state.person.blocked)) return;
  if (!sheet.open) {
    files = [];
    caption.value = state.editing ? "" : ui.input.value;
    sheet.showModal();
    caption.focus();
  }
  files.push(...given);
  show();
}

const { dropzone: zone, picker } = ui;
const listen = (name, act) =>
  addEventListener(name, (event) => {
    const transfer = event.dataTransfer ?? event.clipboardData;
    if (!transfer?.types.includes("Files")) return;
    event.preventDefault();
    act(event, [...transfer.files]);
  });
listen("dragenter", () => (zone.hidden = false));
listen("dragover", () => {});
listen("dragleave", (event) => (zone.hidden = event.relatedTarget === null));
listen("drop", (_, dropped) => {
  zone.hidden = true;
  attachFiles(dropped);
});
listen("paste", (_, pasted) => attachFiles(pasted));
ui.attach.onclick = () => picker.click();
picker.onchange = () => {
  attachFiles([...picker.files]);
  picker.value = "";
};
submit.onclick = sendSheet;
caption.onkeydown = (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendSheet();
};
