"""A person, the bot and a provider, the whole way.

Each way to a video has a story with the exact body that the provider gets, what is refused on the way, and
a restart: words and pictures in `test_the_whole_way` and `test_crash_sweep`, first and last frame in
`test_frames`, films from picture to picture in `test_transition`, one scene in `test_fusion`, going on,
changing and 4K in `test_clips`, speaking in `test_lipsync` (these four die in `test_clip_restarts`), sound
and speech in `test_sound`, previews in `test_preview`, off-peak in `test_off_peak`, newer models and effects
for many pictures in `test_newer`.
"""
