"""What useapi.net takes as an upload: types and sizes."""

from __future__ import annotations

IMAGE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
VIDEO_TYPES = frozenset(
    {
        "video/mp4",
        "video/quicktime",
        "video/3gpp",
        "video/x-matroska",
        "video/x-flv",
        "video/mpeg",
        "video/MP2T",
        "video/x-msvideo",
        "video/x-motion-jpeg",
        "video/webm",
        "video/ogg",
    }
)
AUDIO_TYPES = frozenset({"audio/wav", "audio/wave", "audio/mpeg"})
UPLOAD_TYPES = IMAGE_TYPES | VIDEO_TYPES | AUDIO_TYPES
"""What POST files takes; the vendor calls the list of videos and sounds a guess."""

LARGEST_UPLOAD = 5 * 1024**3


def check_upload(size: int, content_type: str) -> None:
    """Raise ValueError for a file that the vendor would refuse."""
    if content_type not in UPLOAD_TYPES:
        raise ValueError("PixVerse takes no files of this type")
    if not 1 <= size <= LARGEST_UPLOAD:
        raise ValueError("a file has 1 byte to 5 GB")
