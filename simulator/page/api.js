// What people can do in the simulated world, as calls to its server.

async function request(path, options) {
  const response = await fetch(`world/${path}`, options);
  if (response.ok) return response.json();
  const { error } = await response.json().catch(() => ({}));
  throw new Error(error ?? `status ${response.status}`);
}

export const ask = (path, params, signal) => request(`${path}?${new URLSearchParams(params)}`, { signal });

export const act = (path, body) =>
  request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export function upload(fields, files) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) body.append(name, value);
  for (const file of files) body.append("file", file, file.name);
  return request("send", { method: "POST", body });
}

export const fileUrl = (id) => `world/file/${encodeURIComponent(id)}`;
