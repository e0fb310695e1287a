"""The simulated useapi.net v1 in a process of its own."""

from __future__ import annotations

from typing import Any, ClassVar

import httpx

from tests.integration.simulated import Simulated

TOKEN = "user:1-legacy"
API = "/v1/pixverse"


class Legacy(Simulated):
    OPTIONS = ("useapi-v1",)
    HEADERS: ClassVar = {"Authorization": f"Bearer {TOKEN}"}

    def post(self, path: str, body: Any) -> httpx.Response:
        return self.http.post(API + path, json=body)

    def send(self, path: str, body: dict[str, str], **files: Any) -> httpx.Response:
        """As a form, with files in it."""
        fields: dict[str, Any] = {name: (None, value) for name, value in body.items()}
        return self.http.post(API + path, files=fields | files)

    def made(self, command: str, body: Any) -> str:
        response = self.post(f"/{command}", body)
        assert response.status_code == 200, response.text
        assert response.json()["status"] == "created"
        jobid = response.json()["jobid"]
        assert isinstance(jobid, str)
        return jobid

    def finished(self, command: str, body: Any, status: str = "completed") -> str:
        jobid = self.made(command, body)
        self.control("videos/finish", {"jobid": jobid, "status": status})
        return jobid

    def job(self, jobid: str) -> Any:
        response = self.http.get(f"{API}/jobs/", params={"jobid": jobid})
        assert response.status_code == 200, response.text
        return response.json()


running = Legacy.running
