### One's own videos. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

jobs-none-of-these = None of these. The keys above show the others.
jobs-choose-kind = 🗂 <b>Which kind?</b>
job-price = 💎 { $credits }
kind-any = all
key-kind = 🎞 Kind: { $kind }
key-with-pictures = 🖼 With pictures
outcome-all = All
outcome-running = In the making
outcome-done = Done
outcome-failed = No video
state-deleted = deleted
key-back-to-list = ⬅️ Back to the list
key-original = 📎 Original file
key-delete = 🗑 Delete
key-delete-sure = 🗑 Yes, delete it for good
key-keep-video = ⬅️ No, keep it
toast-original = The original file is on its way.
original-gone = PixVerse doesn't have the original file any more. What stands in this chat is all that is left of it.
delete-sure = 🗑 <b>Delete this one for good?</b>
    { $what }

    It goes here and at PixVerse, and nobody can bring it back. The credits stay spent.
delete-sure-kept = 🗑 <b>Delete this one for good?</b>
    { $what }

    It goes here, and nobody can bring it back. At PixVerse the video stays: there it can't be deleted. The credits stay spent.
delete-sure-no-video = 🗑 <b>Delete this one?</b>
    { $what }

    It stays in the list as deleted, without your words and pictures.
job-deleted = 🗑 Deleted. Your words and pictures are gone from here, and PixVerse deletes the result, too.
job-deleted-kept = 🗑 Deleted. Your words and pictures are gone from here, and so is the way to the video. At PixVerse the video stays: there it can't be deleted.
job-deleted-no-video = 🗑 Deleted. Your words and pictures are gone from here.
error-under-report = Somebody has reported this one. It can be deleted once the admins have looked at it.
key-resend = ▶️ { $what }
key-forget-habits = 🧹 Forget my habits
toast-habits-forgotten = Forgotten. When something could mean several things I'll ask again.
