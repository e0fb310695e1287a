"""The toy's own service, on threads: it takes words, keeps a list, and tells how each video ends."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.request import urlopen


class ToyServer(ThreadingHTTPServer):
    """`lost`: the next request ("before" it is accepted), or its answer ("after")."""

    key, film, room, credits, lost = "toy-key", b"film", 3, 100, ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.url, self.videos = f"http://127.0.0.1:{self.server_port}", list[dict[str, Any]]()

    def take(self, order: dict[str, Any]) -> object:
        if "forbidden" in order["words"]:
            return "moderated"
        if self.room < 1 or self.credits < 10:
            return "busy" if self.room < 1 else "no_credits"
        self.room, self.credits = self.room - 1, self.credits - 10
        ours = {"id": 2**60 + len(self.videos), "end": "", "url": f"{self.url}/film"}
        self.videos.append(order | ours)
        return self.videos[-1]

    def finish(self, end: str = "done") -> None:
        for one in [one for one in self.videos if not one["end"]]:
            one["end"], self.room = end, self.room + 1
            if one["tell"]:
                Thread(target=urlopen, args=(one["tell"], str(one["id"]).encode())).start()


class _Desk(BaseHTTPRequestHandler):
    server: ToyServer

    def do_GET(self) -> None:
        toy = self.server
        account = {"room": toy.room, "credits": toy.credits}
        self._say({"/account": account, "/videos": toy.videos, "/film": toy.film}[self.path])

    def do_POST(self) -> None:
        order = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        lost, self.server.lost = self.server.lost, ""
        answer = None if lost == "before" else self.server.take(order)
        if not lost:
            self._say(answer)

    def _say(self, answer: Any) -> None:
        ours = self.headers["Authorization"] in (self.server.key, None)
        said = answer if ours else "unauthorized"
        self.send_response(400 if isinstance(said, str) else 200)
        self.send_header("Content-Type", "video/mp4" if isinstance(said, bytes) else "text/json")
        self.end_headers()
        self.wfile.write(said if isinstance(said, bytes) else json.dumps(said).encode())
