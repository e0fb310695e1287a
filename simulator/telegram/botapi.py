"""The HTTP side of the Bot API: reads a call, meets ordered faults, runs the method, answers."""

import asyncio
import json
import re
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response

from simulator.serving.connections import Connections
from simulator.telegram.call import Call, Incoming
from simulator.telegram.errors import ApiError, bad_request, too_many_requests
from simulator.telegram.faults import DOWNLOADS, Fault, FaultKind, Faults
from simulator.telegram.journal import Journal
from simulator.telegram.limits import UPLOAD_BYTES, FloodGate
from simulator.telegram.methods import METHODS, canonical
from simulator.telegram.methods.intake import Told
from simulator.telegram.model import Bot, Json, StoredFile
from simulator.telegram.world import World

_TOKEN = re.compile(r"\d{1,16}:[A-Za-z0-9_-]{30,64}")
_COUNTED = re.compile(r"(send(?!ChatAction)|copy|forward)", re.IGNORECASE)
_TOLD_APART = (FaultKind.RESET_AFTER, FaultKind.HANG_AFTER)


@dataclass
class BotApi:
    world: World
    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal)
    latency: float = 0.0
    connections: Connections = field(default_factory=Connections)

    def __post_init__(self) -> None:
        self.flood = FloodGate(self.world.clock)

    async def endpoint(self, request: Request) -> Response:
        """`/bot<token>/<method>`"""
        try:
            bot = self._bot(request.path_params["token"])
            name = _method(request.path_params["method"])
            params, files = await self._read(request)
        except ApiError as refusal:
            return _answer(refusal.code, refusal.body())
        call = Call(bot, name, params, files)
        try:
            return await self._meet(request, call)
        finally:
            for file in call.files.values():
                file.path.unlink(missing_ok=True)

    def _bot(self, token: str) -> Bot:
        bot = self.world.bot_by_token(token)
        if bot is None:
            if _TOKEN.fullmatch(token):
                raise ApiError(401, "Unauthorized")
            raise ApiError(404, "Not Found")
        return bot

    async def _meet(self, request: Request, call: Call) -> Response:
        """Run the call unless a fault that somebody ordered comes before or after it."""
        await self._delay()
        fault = self.faults.take(call.method, chat_number(call))
        if fault is None or fault.kind in _TOLD_APART:
            status, body = await self.execute(call)
            if fault is None:
                return _answer(status, body)
            return await self._break(request, fault)
        described = _described(call)
        if fault.kind in (FaultKind.HANG, FaultKind.RESET):
            self.journal.add(call.method, *described, 0, fault.kind.value)
            return await self._break(request, fault)
        refusal = fault.refusal()
        self.journal.add(call.method, *described, refusal.code, refusal.description)
        if fault.kind is FaultKind.HTML:
            return HTMLResponse(_HTML_PAGE, status_code=fault.status)
        return _answer(refusal.code, refusal.body())

    async def _delay(self) -> None:
        if self.latency > 0:
            await asyncio.sleep(self.latency)

    async def _break(self, request: Request, fault: Fault) -> Response:
        if fault.kind in (FaultKind.HANG, FaultKind.HANG_AFTER):
            deadline = asyncio.get_running_loop().time() + fault.seconds
            while not self.world.stopping and not await request.is_disconnected():
                left = deadline - asyncio.get_running_loop().time()
                if left <= 0:
                    break
                await asyncio.sleep(min(0.1, left))
        self.connections.reset(request.scope["client"])
        return Response(status_code=502)

    async def execute(self, call: Call) -> tuple[int, Json]:
        """Run a method and write it into the journal; also used for replies to webhooks."""
        described = _described(call)
        try:
            self._count(call)
            result = await METHODS[call.method](self.world, call)
        except ApiError as refusal:
            self.journal.add(call.method, *described, refusal.code, refusal.description)
            return refusal.code, refusal.body()
        self.journal.add(call.method, *described, 200, None)
        if isinstance(result, Told):
            return 200, {"ok": True, "result": result.result, "description": result.description}
        return 200, {"ok": True, "result": result}

    def _count(self, call: Call) -> None:
        chat = chat_number(call)
        if chat is not None and _COUNTED.match(call.method):
            wait = self.flood.wait(chat)
            if wait:
                raise too_many_requests(wait)

    async def _read(self, request: Request) -> tuple[dict[str, Any], dict[str, Incoming]]:
        params: dict[str, Any] = dict(request.query_params)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if request.method != "POST" or not kind:
            return params, {}
        if kind == "application/json":
            return params | _json_object(await request.body()), {}
        if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
            return params, {}
        return await self._read_form(request, params)

    async def _read_form(
        self, request: Request, params: dict[str, Any]
    ) -> tuple[dict[str, Any], dict[str, Incoming]]:
        try:
            form = await request.form(max_part_size=16 * 1024 * 1024)
        except HTTPException:
            raise bad_request("can't parse the request body") from None
        try:
            uploads = {k: v for k, v in form.multi_items() if isinstance(v, UploadFile)}
            if any((upload.size or 0) > UPLOAD_BYTES for upload in uploads.values()):
                raise ApiError(413, "Request Entity Too Large")
            files = {name: await self._spool(upload) for name, upload in uploads.items()}
        finally:
            await form.close()
        texts = {k: v for k, v in form.multi_items() if isinstance(v, str)}
        return params | texts, files

    async def _spool(self, upload: UploadFile) -> Incoming:
        path = self.world.files.temporary()
        size = 0
        with await asyncio.to_thread(path.open, "wb") as file:
            while chunk := await upload.read(1 << 20):
                size += file.write(chunk)
        return Incoming(path, upload.filename or "", upload.content_type or "", size)

    async def download(self, request: Request) -> Response:
        """`/file/bot<token>/<file_path>`"""
        await self._delay()
        path = request.path_params["path"]
        fault = self.faults.take(DOWNLOADS, None)
        if fault is not None:
            return await self._broken_download(request, fault, path)
        try:
            file = self._linked(self._bot(request.path_params["token"]), path)
        except ApiError as refusal:
            self.journal.add(DOWNLOADS, {"file_path": path}, {}, refusal.code, refusal.description)
            return _answer(refusal.code, refusal.body())
        self.journal.add(DOWNLOADS, {"file_path": path}, {}, 200, None)
        return FileResponse(self.world.files.bytes_of(file), media_type="application/octet-stream")

    def _linked(self, bot: Bot, path: str) -> StoredFile:
        file = self.world.files.by_link(path)
        if file is None or file.bot != bot.id:
            raise ApiError(404, "Not Found")
        return file

    async def _broken_download(self, request: Request, fault: Fault, path: str) -> Response:
        kinds = (FaultKind.HANG, FaultKind.RESET, *_TOLD_APART)
        status = 0 if fault.kind in kinds else fault.refusal().code
        self.journal.add(DOWNLOADS, {"file_path": path}, {}, status, fault.kind.value)
        if fault.kind in kinds:
            return await self._break(request, fault)
        if fault.kind is FaultKind.HTML:
            return HTMLResponse(_HTML_PAGE, status_code=fault.status)
        return _answer(status, fault.refusal().body())


_HTML_PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


def _method(raw: str) -> str:
    name = canonical(raw)
    if name is None:
        raise ApiError(404, "Not Found")
    return name


def chat_number(call: Call) -> int | None:
    try:
        return int(str(call.params.get("chat_id", "")))
    except ValueError:
        return None


def _described(call: Call) -> tuple[Json, Json]:
    files = {
        name: {"filename": file.name, "size": file.size, "type": file.mime}
        for name, file in call.files.items()
    }
    return call.record(), files


def _json_object(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        value = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("JSON object expected as request body")
    return value


def _answer(status: int, body: Json | dict[str, object]) -> Response:
    return JSONResponse(body, status_code=status)
