### Commands. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

command-start = Say hello
command-new = Start a new video
command-effects = Browse effects
command-jobs = Your videos
command-quota = What you have left
command-history = Every change of your credits
command-forgetme = Erase what I know about you
command-settings = What new videos start with
command-terms = What you agree to
command-help = How it works
command-cancel = Drop what you're writing
command-admin = Run the bot
command-ban = Keep somebody out
command-unban = Let somebody back
command-invite = Invitation links
command-refer = Bring a friend
command-role = Who helps to run the bot
command-audit = What was done
command-people = Everybody, or those whose name begins so
command-person = Somebody's page
command-grant = Give somebody credits
command-limit = Set somebody's limits
command-set = Change a setting of the bot
command-unset = Take such a change back
about = I turn words and pictures into videos with PixVerse. Send me a sentence or a photo.
about-short = Turns words and pictures into videos.
