// What a message brings beside its words: pictures, videos, files, sounds, an invoice.

import { fileUrl } from "./api.js";
import { button, el, icon, iconButton, span, stamp, words, ui } from "./dom.js";
import { seconds, size } from "./format.js";
import { lightbox } from "./overlay.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

// It has its shape before the bytes arrive: nothing jumps.
function shape(file) {
  if (!file.width || !file.height) return {};
  const ratio = Math.min(Math.max(file.width / file.height, 0.56), 2.4);
  return { "--ratio": ratio.toFixed(4), "--natural": `${Math.max(file.width, 160)}px` };
}

const frame = (file, ...children) => el("div", { class: "frame", style: shape(file) }, ...children);

const corner = (text) => span("duration", text);

function picture({ file, text }) {
  const src = fileUrl(file.id);
  const image = el("img", { src, alt: text || "Photo", loading: "lazy", draggable: false });
  const onclick = () => lightbox(src, text);
  return button({ class: "frame", style: shape(file), "aria-label": "Enlarge the picture", testid: "photo", onclick }, image);
}

function film({ file, summary, kind }, props) {
  const cover = file.cover ?? file.thumbnail;
  const poster = cover && fileUrl(cover);
  return el("video", { playsInline: true, poster, src: fileUrl(file.id), testid: kind, "aria-label": summary, ...props });
}

// With a cover nothing is fetched before it is played: connections are few.
function video(message) {
  const { file } = message;
  const player = film(message, { controls: true, preload: file.cover || file.thumbnail ? "none" : "metadata", testid: "video" });
  const start = iconButton("play", "Play", () => player.play(), { class: "round start-video", testid: "play" });
  player.onplay = () => player.classList.add("begun");
  return frame(file, player, file.duration && corner(seconds(file.duration)), start);
}

function animation(message) {
  if (message.file.mime.startsWith("image/")) return picture(message);
  return frame(message.file, film(message, { muted: true, loop: true, autoplay: !calm, controls: calm }), corner("GIF"));
}

const describe = (title, below, ...more) => el("span", { class: "file-words" }, title, span("file-size", below), ...more);

const emblem = (name) => el("span", { class: "file-icon" }, icon(name));

function fileDocument({ file, summary }) {
  const name = file.name ?? summary;
  const preview = file.thumbnail ? el("img", { src: fileUrl(file.thumbnail), alt: "", class: "file-icon" }) : emblem("file");
  const about = describe(span("file-name", name), size(file.size));
  return el("a", { class: "file", href: fileUrl(file.id), download: name, testid: "document" }, preview, about);
}

// Voice messages and music play one at a time.
let playing = null;

function sound({ file, kind }) {
  const { root, audio, toggle, name, slider, clock, weight } = stamp(ui.soundShape);
  const total = () => (Number.isFinite(audio.duration) ? audio.duration : (file.duration ?? 0));
  const show = () => {
    const done = total() ? (audio.currentTime / total()) * 100 : 0;
    slider.value = done * 10;
    slider.style.setProperty("--done", `${done}%`);
    clock.textContent = seconds(audio.currentTime || total());
    const label = audio.paused ? "Play" : "Pause";
    toggle.replaceChildren(icon(label.toLowerCase()));
    toggle.ariaLabel = label;
  };
  for (const event of ["play", "pause", "timeupdate", "loadedmetadata"]) audio.addEventListener(event, show);
  audio.addEventListener("play", () => {
    if (playing !== audio) playing?.pause();
    playing = audio;
  });
  audio.onended = () => (audio.currentTime = 0);
  toggle.onclick = () => (audio.paused ? audio.play().catch(() => {}) : audio.pause());
  slider.oninput = () => (audio.currentTime = (slider.value / 1000) * total());
  audio.src = fileUrl(file.id);
  root.dataset.testid = kind === "voice" ? "voice" : "sound";
  if (kind === "audio") {
    name.textContent = [file.performer, file.title ?? file.name ?? "Audio"].filter(Boolean).join(" – ");
    weight.textContent = size(file.size);
  }
  show();
  return root;
}

const sticker = ({ file }) => el("img", { class: "sticker", src: fileUrl(file.id), alt: "Sticker" });

const SIGNS = { location: "pin", poll: "poll", contact: "group" };

function card({ kind, summary, invoice, paid }) {
  const title = span("file-name", invoice?.title ?? summary);
  if (!invoice) return el("div", { class: "file" }, emblem(SIGNS[kind] ?? "file"), title);
  const price = span("price", `⭐️ ${invoice.total_amount}${paid ? " · paid" : ""}`);
  return el("div", { class: "file", testid: "invoice" }, emblem("star"), describe(title, invoice.description, price));
}

const BUILDERS = { photo: picture, video, video_note: video, animation, voice: sound, audio: sound, sticker };

export const isVisual = (message) => ["photo", "video", "video_note", "animation"].includes(message.kind) && Boolean(message.file);

export const media = (message) => (message.file ? (BUILDERS[message.kind] ?? fileDocument)(message) : card(message));

export function album(messages) {
  const name = messages.every(isVisual) ? `album album-${messages.length}` : "files";
  return el("div", { class: name, testid: "album" }, messages.map(media));
}
