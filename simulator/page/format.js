// Words for times, sizes and what the bot is doing.

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const dayThisYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long" });
const dayOtherYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });

export function moment(date) {
  return new Date(typeof date === "number" ? date * 1000 : date);
}

export const time = (date) => clock.format(moment(date));

export const dayKey = (date) => moment(date).toDateString();

export function day(date) {
  const then = moment(date);
  const now = new Date();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (then.toDateString() === now.toDateString()) return "Today";
  if (then.toDateString() === yesterday.toDateString()) return "Yesterday";
  return (then.getFullYear() === now.getFullYear() ? dayThisYear : dayOtherYear).format(then);
}

export function size(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), 3);
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${["B", "kB", "MB", "GB"][power]}`;
}

export function seconds(total) {
  const whole = Math.max(0, Math.round(Number.isFinite(total) ? total : 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const ACTIONS = {
  typing: "typing",
  upload_photo: "sending a photo",
  record_video: "recording a video",
  upload_video: "sending a video",
  record_voice: "recording a voice message",
  upload_voice: "sending a voice message",
  upload_document: "sending a file",
  choose_sticker: "choosing a sticker",
  find_location: "looking for a place",
  record_video_note: "recording a video message",
  upload_video_note: "sending a video message",
};

export const doing = (action) => ACTIONS[action] ?? "typing";

const KINDS = {
  photo: "Photo",
  video: "Video",
  animation: "Animation",
  document: "File",
  voice: "Voice message",
  audio: "Audio",
  sticker: "Sticker",
  location: "Location",
  poll: "Poll",
  contact: "Contact",
};

export function summary(message) {
  const text = (message.text ?? "").trim();
  if (text) return text;
  if (message.kind === "document" && message.file?.name) return message.file.name;
  return KINDS[message.kind] ?? "Message";
}

export const kindName = (kind) => KINDS[kind] ?? "Message";
