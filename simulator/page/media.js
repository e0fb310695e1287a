// Shows the files of a message: pictures, albums, videos, loops, documents, and sounds with a player.

import { fileUrl } from "./api.js";
import { button, el, icon, iconButton, words } from "./dom.js";
import { kindName, seconds, size } from "./format.js";
import { lightbox } from "./overlay.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

// The box has its final shape before the bytes arrive, so that nothing jumps while reading.
function shape(file) {
  if (!file.width || !file.height) return {};
  const ratio = Math.min(Math.max(file.width / file.height, 0.56), 2.4);
  return { "--ratio": ratio.toFixed(4), "--natural": `${Math.max(file.width, 160)}px` };
}

const frame = (file, ...children) => el("div", { class: "frame", style: shape(file) }, ...children);

const corner = (text) => el("span", { class: "duration" }, text);

function picture({ file, text }) {
  const src = fileUrl(file.id);
  const image = el("img", { src, alt: text || "Photo", loading: "lazy", draggable: false });
  const onclick = () => lightbox(src, text);
  return button({ class: "frame", style: shape(file), "aria-label": "Enlarge the picture", testid: "photo", onclick }, image);
}

function film({ file, text, kind }, props) {
  const cover = file.cover ?? file.thumbnail;
  const poster = cover && fileUrl(cover);
  return el("video", { playsInline: true, poster, src: fileUrl(file.id), testid: kind, "aria-label": text || kindName(kind), ...props });
}

// With a cover nothing is fetched before it is played: many videos would use up the browser's connections.
function video(message) {
  const { file } = message;
  const player = film(message, { controls: true, preload: file.cover || file.thumbnail ? "none" : "metadata", testid: "video" });
  const start = iconButton("play", "Play", () => player.play(), { class: "round start-video", testid: "play" });
  const length = file.duration ? corner(seconds(file.duration)) : "";
  const begin = () => {
    player.classList.add("begun");
    start.remove();
    length && length.remove();
  };
  player.onplay = begin;
  return frame(file, player, length, start);
}

// The browser itself pauses a silent loop that cannot be seen.
function animation(message) {
  if (message.file.mime.startsWith("image/")) return picture(message);
  return frame(message.file, film(message, { muted: true, loop: true, autoplay: !calm, controls: calm }), corner("GIF"));
}

function fileDocument({ file, kind }) {
  const name = file.name ?? kindName(kind);
  const preview = file.thumbnail ? el("img", { src: fileUrl(file.thumbnail), alt: "", class: "file-icon" }) : emblem("file");
  const about = el("span", { class: "file-words" }, words("span", "file-name", name), words("span", "file-size", size(file.size)));
  return el("a", { class: "file", href: fileUrl(file.id), download: name, testid: "document" }, preview, about);
}

// Voice messages and music play one at a time.
let playing = null;

function wire(audio, { toggle, slider, clock, length }) {
  const total = () => (Number.isFinite(audio.duration) ? audio.duration : length);
  const show = () => {
    const done = total() ? (audio.currentTime / total()) * 100 : 0;
    slider.value = done * 10;
    slider.style.setProperty("--done", `${done}%`);
    clock.textContent = seconds(audio.currentTime || total());
    toggle.replaceChildren(icon(audio.paused ? "play" : "pause"));
    toggle.setAttribute("aria-label", audio.paused ? "Play" : "Pause");
  };
  for (const name of ["play", "pause", "timeupdate", "loadedmetadata"]) audio.addEventListener(name, show);
  audio.onplay = () => {
    if (playing !== audio) playing?.pause();
    playing = audio;
  };
  audio.onended = () => (audio.currentTime = 0);
  toggle.onclick = () => (audio.paused ? audio.play().catch(() => {}) : audio.pause());
  slider.oninput = () => (audio.currentTime = (slider.value / 1000) * total());
  show();
}

function sound({ file, kind }) {
  const voice = kind === "voice";
  const audio = el("audio", { src: fileUrl(file.id), preload: "none", testid: "audio" });
  const toggle = button({ class: "round sound-button" });
  const slider = el("input", { type: "range", max: 1000, value: 0, "aria-label": "Position" });
  const clock = el("span", {});
  wire(audio, { toggle, slider, clock, length: file.duration ?? 0 });
  const title = !voice && words("span", "file-name", file.title ?? file.name ?? "Audio");
  const below = el("span", { class: "sound-below" }, clock, !voice && el("span", {}, size(file.size)));
  return el("div", { class: "sound", testid: voice ? "voice" : "sound" }, toggle, el("div", { class: "sound-words" }, title, slider, below), audio);
}

function sticker(message) {
  if (message.file.mime.startsWith("video/")) return animation(message);
  return el("img", { class: "sticker", src: fileUrl(message.file.id), alt: "Sticker" });
}

const emblem = (name) => el("span", { class: "file-icon" }, icon(name));

const plain = ({ kind }) => el("div", { class: "file" }, emblem("file"), words("span", "file-name", kindName(kind)));

const BUILDERS = { photo: picture, video, video_note: video, animation, voice: sound, audio: sound, sticker };

export const isVisual = (message) => ["photo", "video", "animation"].includes(message.kind) && Boolean(message.file);

export const media = (message) => (message.file ? (BUILDERS[message.kind] ?? fileDocument)(message) : plain(message));

export function album(messages) {
  const name = messages.every(isVisual) ? `album album-${messages.length}` : "files";
  return el("div", { class: name, testid: "album" }, messages.map(media));
}
