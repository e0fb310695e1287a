"""getFile: the way to the bytes of what people sent."""

from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.limits import DOWNLOAD_BYTES
from simulator.telegram.model import Json
from simulator.telegram.world import World


async def get_file(world: World, call: Call) -> Json:
    if not call.given("file_id"):
        raise bad_request("file_id not specified")
    file = world.files.find(call.text("file_id"))
    if file is None or file.bot != call.bot.id:
        raise bad_request("invalid file_id")
    if file.size > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": world.files.open_link(file),
    }
