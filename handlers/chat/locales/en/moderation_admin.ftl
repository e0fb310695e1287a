### What must not be made, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

error-stop-word-unusable = That can't be a stop word: each needs two letters of its own and 80 characters at most. A star stands for any letters of a word, as in nud*.
error-too-many-stop-words = There are { $limit } stop words already, and that's the most. Take some off the list first: /stopwords
error-no-effect = I know no effect called { $name }, and nothing was said about it.

panel-moderation = 🛡 Moderation
moderation = 🛡 <b>Moderation</b>
    Words and effects that nobody gets to use, people who were paused, and results that were reported.
key-reports = 🚩 Reports · { $n }
key-paused = ⏸ Paused · { $n }
key-stop-words = 🤐 Stop words · { $n }
key-hidden = 🙈 Hidden effects · { $n }

stop-words = 🤐 <b>Stop words</b>
    Nobody can make a video with these. Tap one to take it off the list.
stop-words-none = There are none.
stop-words-how = Add some: <code>/stopwords word, two words, begin*</code>
    Only for people whose Telegram speaks a language: <code>/stopwords word, de: Wort, noch eins</code>
    Take some off: <code>/stopwords - word, de: Wort</code>
key-add-stop-words = ➕ Add words
key-hide-more = 🙈 Hide more
errand-stop_words = 🤐 <b>Which words?</b>
    Send them with commas between them, such as <code>word, two words, begin*</code>; or <code>de: Wort</code> for people whose Telegram speaks a language.
errand-hide = 🙈 <b>Which effects?</b>
    Send me a name, a number, or a word of the name, such as <code>kiss*</code>.
key-stop-word = ❌ { $word }
key-stop-word-in = ❌ { $word } ({ $language })
stop-words-added = ✅ { $n ->
    [0] They were on the list already.
    [one] One stop word was added.
   *[other] { $n } stop words were added.
}
stop-words-removed = ✅ { $n ->
    [0] They weren't on the list.
    [one] One stop word was taken off the list.
   *[other] { $n } stop words were taken off the list.
}

hidden = 🙈 <b>Hidden effects</b>
hidden-denied = The built-in list of words about undressing and violence counts. <code>/set deny_list off</code> ends that.
hidden-not-denied = The built-in list of words about undressing and violence doesn't count now: it does while the bot is open to everybody, or after <code>/set deny_list on</code>.
hidden-none = No effect is hidden now.
hidden-now = { $n ->
    [one] One effect is hidden now
   *[other] { $n } effects are hidden now
}: { $names }
hidden-how = Hide by name, number, or a word of the name: <code>/hide Warm Hug</code>, <code>/hide kiss*</code>
    Show again: <code>/unhide Warm Hug</code>
hidden-tap = Tap to take back what was said:
key-mark-effect = 🙈 { $what }
key-mark-name = 🙈 { $what }
key-mark-word = 🙈 names with “{ $what }”
key-mark-shown = 👁 number { $what } stays
unhide-usage = Tell me which effect, as you hid it: <code>/unhide Warm Hug</code>
hide-done-effect = 🙈 Effect number { $what } is hidden.
hide-done-name = 🙈 “{ $what }” is hidden.
hide-done-word = 🙈 Every effect with “{ $what }” in its name is hidden.
unhide-done = 👁 “{ $what }” can be used again.
unhide-done-by-exception = 👁 “{ $what }” can be used, though a hidden word is in its name.

paused = ⏸ <b>Paused</b>
    They broke the rules too often and have to wait. Tap somebody to let them go on.
paused-none = ⏸ Nobody has to wait.
key-lift = ▶️ { $name } · { $time } left
pause-alert = ⏸ <b>{ $name }</b> ({ $handle }) was paused: too many of their wishes were turned down. They can go on in { $time }.
lift-usage = Tell me who may go on: <code>/lift @name</code>
lift-done = ▶️ { $name } may go on.
lift-not-paused = { $name } isn't paused.

reports-none = 🚩 No report is waiting.
reports = 🚩 <b>Reports</b>: { $n } waiting
key-report-row = 🚩 #{ $number } { $name } · { $what }
report = 🚩 #{ $number }: <b>{ $reporter }</b> ({ $reporterHandle }) reported a result of <b>{ $owner }</b> ({ $ownerHandle }).
    Job { $job }: { $what }
report-closed = ✅ Dealt with.
report-usage = Tell me which, by its number: <code>/reports 3</code> shows it, <code>/reports see 3</code> the video that it is about, <code>/reports close 3</code> says that it is dealt with, <code>/reports hide 3</code> hides its effect from everybody. /reports lists those that wait.
report-no-effect = No effect was used there, so there is nothing to hide.
report-gone = That report isn't there any more.
key-see-reported = ▶️ See it
key-hide-reported = 🙈 Hide the effect
key-close-report = ✅ Nothing wrong, or done
key-ban-reported = ⛔ Ban { $name }
key-reports-list = ⬅️ Reports
reported-forgotten = That video is gone: whoever made it asked to be forgotten.
reported-nothing-to-see = There's no video of it in Telegram. Here is where it was made: { $url }

command-reports = Results that were reported
command-stopwords = Words that nobody may use
command-hide = Hide effects
command-unhide = Show hidden effects again
command-lift = Let a paused person go on
alert-moderation_away = ⚠️ <b>I can't reach the check of words.</b> Videos wait until it answers. <code>/set moderation_unreachable pass</code> lets them through unchecked.
setting-deny_list = Whether effects about undressing and violence are hidden: auto (while the bot is open to everybody), on or off
setting-strikes_limit = Wishes that may be turned down before somebody is paused; 0: nobody is
setting-strikes_days = Days after which such a wish is forgotten
setting-pause_hours = Hours for which somebody is paused
setting-moderation_unreachable = What happens to wishes while the check of words can't be reached: pass, or hold them back
audit-stop_word_added = added a stop word
audit-stop_word_removed = took off a stop word
audit-effect_hidden = hid effects
audit-effect_shown = showed effects
audit-pause_lifted = ended a pause
audit-report_closed = dealt with a report about job
