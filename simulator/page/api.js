// What people can do in the simulated world, as calls to its server.

async function request(path, options) {
  const response = await fetch(`world/${path}`, options);
  if (response.ok) return response.json();
  const { error } = await response.json().catch(() => ({}));
  throw new Error(error ?? `status ${response.status}`);
}

const query = (path, params) => `${path}?${new URLSearchParams(params)}`;

const post = (path, body) =>
  request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

function form(fields, files) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) data.append(name, value);
  for (const file of files) data.append("file", file, file.name);
  return data;
}

export const world = {
  people: () => request("people"),
  savePerson: (person) => post("people", person),
  chats: (person) => request(query("chats", { person })),
  messages: (person, chat) => request(query("messages", { person, chat })),
  commands: (person, chat) => request(query("commands", { person, chat })),
  send: (fields, files) => request("send", { method: "POST", body: form(fields, files) }),
  edit: (person, chat, message_id, text) => post("edit", { person, chat, message_id, text }),
  remove: (person, chat, message_id) => post("delete", { person, chat, message_id }),
  press: (person, chat, message_id, data) => post("press", { person, chat, message_id, data }),
  block: (person) => post("block", { person }),
  unblock: (person) => post("unblock", { person }),
  changes: (person, since, wait, signal) => request(query("changes", { person, since, wait }), { signal }),
  eventsUrl: (person, since) => query("world/events", { person, since }),
};

export const fileUrl = (id) => `world/file/${encodeURIComponent(id)}`;
