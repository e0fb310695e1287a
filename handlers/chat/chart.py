"""The videos of each day as a picture, readable on a phone in light and dark."""

from io import BytesIO

from handlers.chat.texts import Texts
from jobs.numbers import Numbers

WIDTH, HEIGHT = 1080, 720
LEFT, RIGHT, TOP, BOTTOM = 90, 40, 150, 80
PAPER, LINES, WORDS = "#1f2937", "#475569", "#e5e7eb"
MADE, FAILED = "#34d399", "#f87171"


def draw(numbers: Numbers, texts: Texts) -> bytes:
    """A PNG. Slow: call it on a thread."""
    from PIL import Image, ImageDraw, ImageFont  # the bot does without it until somebody looks

    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    title, small = ImageFont.load_default(40), ImageFont.load_default(28)
    pen.text((LEFT, 28), texts.plain("chart-title", days=numbers.days), WORDS, title)
    for place, colour, word in ((LEFT, MADE, "chart-made"), (LEFT + 190, FAILED, "chart-failed")):
        pen.rectangle((place, 96, place + 24, 120), colour)
        pen.text((place + 36, 90), texts.plain(word), WORDS, small)
    top = _round_up(max(made + failed for _, made, failed in numbers.per_day))
    floor, room = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    for step in range(3):
        y = floor - room * step // 2
        pen.line((LEFT, y, WIDTH - RIGHT, y), LINES, 2)
        pen.text((LEFT - 14, y), str(top * step // 2), WORDS, small, anchor="rm")
    slot = (WIDTH - RIGHT - LEFT) / len(numbers.per_day)
    for index, (day, made, failed) in enumerate(numbers.per_day):
        x = LEFT + slot * index
        low = floor - room * made / top
        high = low - room * failed / top
        if made:
            pen.rectangle((x + slot * 0.15, low, x + slot * 0.85, floor), MADE)
        if failed:
            pen.rectangle((x + slot * 0.15, high, x + slot * 0.85, low), FAILED)
        if (len(numbers.per_day) - 1 - index) % max(len(numbers.per_day) // 6, 1) == 0:
            pen.text((x + slot / 2, floor + 14), f"{day:%d.%m.}", WORDS, small, anchor="ma")
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _round_up(highest: int) -> int:
    """An even number, so that its half is a whole one."""
    return max(highest + highest % 2, 2)
