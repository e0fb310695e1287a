// Records a voice message; without a microphone it offers to send a sound file instead.

import { byId } from "./dom.js";
import { seconds } from "./format.js";
import { toast } from "./overlay.js";
import { send } from "./session.js";

const FORMATS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
const SUFFIX = { "audio/ogg": "ogg", "audio/webm": "webm", "audio/mp4": "m4a" };
const REASONS = {
  NotAllowedError: "The browser was not allowed to use the microphone.",
  NotFoundError: "No microphone was found.",
  NotReadableError: "The microphone is in use by something else.",
};

let media = null;
let chunks = [];
let began = 0;
let ticking = 0;

function refuse(reason) {
  byId("no-microphone-reason").textContent = reason;
  byId("no-microphone").showModal();
}

function show(recording) {
  byId("bar").classList.toggle("recording", recording);
  byId("record").hidden = !recording;
  clearInterval(ticking);
  byId("record-time").textContent = seconds(0);
  if (!recording) return;
  ticking = setInterval(() => {
    byId("record-time").textContent = seconds((Date.now() - began) / 1000);
  }, 250);
}

function record(stream) {
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
  chunks = [];
  began = Date.now();
  media = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  media.ondataavailable = (event) => chunks.push(event.data);
  media.start(1000);
  show(true);
}

async function start() {
  if (media) return;
  if (!navigator.mediaDevices || !window.MediaRecorder) {
    refuse("This browser cannot record sound on this page.");
    return;
  }
  try {
    record(await navigator.mediaDevices.getUserMedia({ audio: true }));
  } catch (error) {
    refuse(REASONS[error.name] ?? "The microphone could not be opened.");
  }
}

async function stop() {
  const stopped = new Promise((resolve) => media.addEventListener("stop", resolve, { once: true }));
  media.stop();
  await stopped;
  for (const track of media.stream.getTracks()) track.stop();
  const type = (media.mimeType || "audio/webm").split(";")[0];
  media = null;
  show(false);
  return new File(chunks, `voice.${SUFFIX[type] ?? "webm"}`, { type });
}

async function finish() {
  const length = Date.now() - began;
  const file = await stop();
  if (length < 500 || !file.size) toast("Too short: nothing was recorded");
  else await send({ kind: "voice" }, [file]);
}

export function cancelRecording() {
  if (media) stop();
}

export function startRecorder(pickFile) {
  byId("mic").addEventListener("click", start);
  byId("record-cancel").addEventListener("click", cancelRecording);
  byId("record-send").addEventListener("click", finish);
  byId("sound-file").addEventListener("click", pickFile);
}
