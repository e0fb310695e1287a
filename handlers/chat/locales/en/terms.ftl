### The terms. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

terms-title = 📝 <b>The terms of this bot</b>
terms-before = 📝 <b>Before your first video</b>
terms = • Use pictures, voices and videos that are your own, or whose owners said yes. Everybody who can be recognised in them has to agree, too.
    • Nothing that is against the law, hateful or sexual, nothing that makes fun of somebody or passes for real to deceive, and no children in anything that could harm them.
    • Your words and files go to PixVerse, which makes the video under its own terms and turns some things down.
    • You answer for what you make and where you show it.
terms-bought = ⭐ Credits that you buy pay for videos here and for nothing else; a video that fails costs none of them. If anything about a payment is wrong, write with /paysupport.
terms-ask = Do you agree? Then your video starts right away. /terms shows this again.
terms-ask-once-more = Do you agree? Then tap your button once more. /terms shows this again.
terms-accepted = Thank you! Now tap your button once more.
key-accept-terms = ✅ I agree
