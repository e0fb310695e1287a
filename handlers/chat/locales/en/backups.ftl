### Backups, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-backup = 💾 Backup
command-backup = Send me a copy of the database
backup = 💾 <b>Backup</b>
    A copy of everything that I know, made while I go on working and sent to this chat as a file: people, credits, jobs, and the words that people wrote. Videos and pictures are not in it. <code>python -m bot restore FILE</code> on the server goes back to it, while I am stopped.
backup-encrypted = 🔒 It is encrypted with BACKUP_KEY. Keep that key somewhere else: without it nobody can open the file, you neither.
backup-unencrypted = ⚠️ <b>It is not encrypted.</b> Whoever gets the file, from your phone, your computer or Telegram, can read what everybody wrote to me. To have it encrypted, set BACKUP_KEY on the server first and start me again. <code>/backup send</code> sends it all the same.
key-backup = 💾 Send it to me
key-backup-open = ⚠️ Send it unencrypted
backup-coming = 💾 I'm making the copy now. It comes into this chat in a moment; you can go on meanwhile.
backup-sealed = 🔒 Everything up to now, encrypted. To go back to it: <code>python -m bot restore { $file }</code> with the same BACKUP_KEY, while I am stopped.
backup-open = ⚠️ Everything up to now, <b>not encrypted</b>: keep it as private as a diary. To go back to it: <code>python -m bot restore { $file }</code> while I am stopped.
backup-too-big = The copy has { $size } MB even when packed, and I can send { $most } MB at most. Make it on the server: <code>python -m bot backup --out FILE</code>
backup-failed = I couldn't make the copy; the log says why. Perhaps the disk is full. On the server, <code>python -m bot backup --out FILE</code> writes it wherever there is room.
backup-late = You asked me for a backup a while ago, and I couldn't make it then. /backup makes a new one.
backup-no-more = Backups go to owners only, and you aren't one any more.
audit-backup_asked = asked for a backup
audit-restored = went back to a backup
