// What people can do in the simulated world, as calls to its server.

export class WorldError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function reason(response) {
  try {
    const body = await response.json();
    return body.error ?? body.description ?? body.detail ?? response.statusText;
  } catch {
    return response.statusText || `status ${response.status}`;
  }
}

async function request(path, options) {
  const response = await fetch(`world/${path}`, options);
  if (!response.ok) throw new WorldError(await reason(response), response.status);
  return response.json();
}

const get = (path, params = {}, options = {}) => request(`${path}?${new URLSearchParams(params)}`, options);

const post = (path, body) =>
  request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

function form(fields, files) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== "") data.append(name, value);
  }
  for (const file of files) data.append("file", file, file.name);
  return data;
}

export const world = {
  people: () => get("people"),
  savePerson: (person) => post("people", person),
  chats: (person) => get("chats", { person }),
  newGroup: (title, members) => post("groups", { title, members }),
  messages: (person, chat) => get("messages", { person, chat }),
  commands: (person, chat) => get("commands", { person, chat }),
  send: (fields, files = []) => request("send", { method: "POST", body: form(fields, files) }),
  edit: (person, chat, message_id, text) => post("edit", { person, chat, message_id, text }),
  remove: (person, chat, message_id) => post("delete", { person, chat, message_id }),
  press: (person, chat, message_id, data) => post("press", { person, chat, message_id, data }),
  block: (person) => post("block", { person }),
  unblock: (person) => post("unblock", { person }),
  changes: (person, since, wait, signal) => get("changes", { person, since, wait }, { signal }),
  eventsUrl: (person, since) => `world/events?${new URLSearchParams({ person, since })}`,
};

export const fileUrl = (id) => `world/file/${encodeURIComponent(id)}`;
