// Records a voice message; without a microphone it offers to send a sound file instead.

import { ui } from "./dom.js";
import { seconds } from "./format.js";
import { toast } from "./overlay.js";
import { send } from "./session.js";

const FORMATS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
const SUFFIX = { "audio/ogg": "ogg", "audio/webm": "webm", "audio/mp4": "m4a" };

let media = null;
let chunks = [];
let began = 0;
let ticking = 0;

function refuse(reason) {
  ui.noMicrophoneReason.textContent = reason;
  ui.noMicrophone.showModal();
}

function show(recording) {
  ui.bar.classList.toggle("recording", recording);
  ui.record.hidden = !recording;
  clearInterval(ticking);
  ui.recordTime.textContent = seconds(0);
  if (!recording) return;
  ticking = setInterval(() => {
    ui.recordTime.textContent = seconds((Date.now() - began) / 1000);
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
  try {
    record(await navigator.mediaDevices.getUserMedia({ audio: true }));
  } catch (error) {
    refuse(error.name === "NotAllowedError" ? "The browser was not allowed to use the microphone." : "No microphone could be opened.");
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
  ui.mic.onclick = start;
  ui.recordCancel.onclick = cancelRecording;
  ui.recordSend.onclick = finish;
  ui.soundFile.onclick = pickFile;
}
