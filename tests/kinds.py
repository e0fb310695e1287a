"""Every kind of button that there is."""

from handlers.chat import buttons
from handlers.chat.buttons import Button

EVERY = sorted(
    {
        kind
        for kind in vars(buttons).values()
        if isinstance(kind, type) and issubclass(kind, Button) and kind is not Button
    },
    key=lambda kind: kind.tag,
)
ADMINS = [kind for kind in EVERY if kind.right]
