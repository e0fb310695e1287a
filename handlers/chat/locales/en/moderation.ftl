### What must not be made. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

error-stop-word = I can't make videos with “{ $words }”. Please say it in other words.
error-stop-word-paused = I can't make videos with “{ $words }”. It wasn't the first time, so you can start new videos again in { $when }.
error-paused = Too many of your wishes were turned down. You can start new videos again in { $when }.
failure-flagged = The bot's own check of words turned this down. Other words may pass.
paused-note = ⏸ <b>A short break.</b> Too many of your wishes were turned down for what they were about. You can start new videos again in { $when }; everything else works as always.
key-report = 🚩 Report
toast-reported = Thank you. The admins will look at it.
toast-reported-before = You've told the admins already. They will look at it.
