"""What a test of the chat page stands on: the simulated Telegram, a browser, small real media."""

import asyncio
import contextlib
import io
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import av
import httpx
from PIL import Image
from playwright.async_api import Browser, Page, async_playwright, expect

ROOT = Path(__file__).parents[2]
TOKEN = "900:tiny"
expect.set_options(timeout=20_000)  # a busy machine is no failure

PHONE = (390, 844)
DESKTOP = (1280, 800)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-fake-device-for-media-stream",
]


@contextlib.asynccontextmanager
async def simulated_telegram() -> AsyncIterator[str]:
    """The address of a simulated Telegram in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "telegram", "--port", "0",
        "--token", TOKEN, "--username", "tiny_bot", "--name", "Tiny bot",
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = (await process.stdout.readline()).decode()
        assert line.startswith("listening "), line
        yield line.split()[1]
    finally:
        process.terminate()
        await process.wait()


@contextlib.asynccontextmanager
async def chromium(path: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@contextlib.asynccontextmanager
async def opened(
    browser: Browser,
    telegram: str,
    size: tuple[int, int],
    scheme: Literal["light", "dark"] = "light",
    *,
    touch: bool = False,
    sharpness: int = 1,
) -> AsyncIterator[Page]:
    """`sharpness`: how many dots of a picture of the page make one of its points."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=sharpness,
        color_scheme=scheme,
        has_touch=touch,
    )
    context.set_default_timeout(20_000)
    page = await context.new_page()
    complaints: list[str] = []
    strangers: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: strangers.append(request.url))
    await page.goto(telegram)
    await expect(page.get_by_test_id("person")).to_have_count(3)
    yield page
    await context.close()
    assert complaints == []
    assert [url for url in strangers if not url.startswith((telegram, "blob:", "data:"))] == []


async def people_of(http: httpx.AsyncClient) -> None:
    """A fresh world with three people in it."""
    await http.post("/control/reset", json={})
    for person in (
        {"id": 101, "first_name": "Mia", "language_code": "en", "note": "admin"},
        {"id": 102, "first_name": "Tomás", "username": "tomas", "language_code": "es"},
        {"id": 103, "first_name": "نور", "language_code": "ar"},
    ):
        (await http.post("/world/people", json=person)).raise_for_status()


def jpeg(colour: str, size: tuple[int, int] = (320, 180)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "JPEG")
    return target.getvalue()


def mp4(seconds: int = 2, rate: int = 12, size: tuple[int, int] = (320, 180)) -> bytes:
    """A real video: a colour that changes with every frame."""
    target = io.BytesIO()
    with av.open(target, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        for number in range(seconds * rate):
            picture = Image.new("RGB", size, (number * 8 % 256, 80, 160))
            frame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return target.getvalue()
