### نصوص عربية: jobs.

status-queued = ⏳ <b>في قائمة الانتظار</b>: رقم { $place }.
    { $what }
status-queued-paused = ⏸ <b>في قائمة الانتظار</b>: رقم { $place }. القائمة متوقفة مؤقتًا وتستمر تلقائيًا.
    { $what }
status-preparing = 📤 <b>نبدأ…</b>
    { $what }
status-rendering = 🎬 <b>PixVerse يعمل</b> منذ { $elapsed }{ $usual }.
    { $what }
status-begun = 🎬 <b>PixVerse يعمل.</b> سأرسل النتيجة هنا.
    { $what }
status-begun-usual = 🎬 <b>PixVerse يعمل.</b> يستغرق عادةً نحو { $time }.
    { $what }
status-usual = ، والمعتاد نحو { $time }
status-off-peak = 🌙 <b>يصنعه PixVerse خارج الذروة.</b> قد يستغرق يومًا كاملًا؛ سأرسله هنا.
    { $what }
status-unconfirmed = 🔍 <b>أتحقق من وصول هذا إلى PixVerse.</b> رصيدك في أمان حتى ذلك الحين.
    { $what }
status-ready = ✅ <b>جاهز</b> بعد { $time }.
    { $what }
status-failed = ❌ <b>لم ينجح هذا.</b> عادت إليك { $credits }.
    { $what }
status-cancelled = ✖️ <b>أُلغي.</b> عادت إليك { $credits }.
    { $what }
status-left = ✖️ <b>أُوقف.</b> كان PixVerse قد بدأ، فلا تعود { $credits }.
    { $what }
key-cancel-queued = ✖️ إلغاء، ويعود الرصيد
key-cancel-rendering = ✖️ إيقاف (لا يعود الرصيد)
toast-look-again = تغيّر شيء في هذه الأثناء. ألقِ نظرة ثم اضغط «إنشاء» مجددًا.
toast-started = انطلق!
toast-already-started = هو في الطريق بالفعل.
toast-cancelled = أُلغي. عاد رصيدك.
toast-left = أُوقف. كان PixVerse قد بدأ، فلا يعود الرصيد.
toast-again = مرة أخرى!
toast-sending = أُرسله مجددًا.
toast-nothing-to-send = لا شيء لإرساله هنا.
toast-changed = ها هو مجددًا لتغيّر ما تشاء.

result-caption = { $prompt }
result-facts = <i>{ $facts }</i>
key-again = 🔁 مجددًا 💎 { $credits }
key-change = ✏️ تغيير
result-link = 🎬 <b>النتيجة جاهزة</b>، لكن تيليجرام لا يقبلها. تجدها هنا:
    { $url }
result-kept = 🎬 <b>النتيجة جاهزة</b>، لكن تيليجرام لا يقبل ملفها. اكتب إلى القائمين على هذا البوت: هو محفوظ لديهم بالرقم { $job }.

failure = 😕 <b>{ $why }</b>
    عادت إليك { $credits }. لم يُخصم شيء.
failure-moderated = رفضت رقابة PixVerse هذا. قد تنجح كلمات أخرى أو صورة أخرى.
failure-invalid = لم يقبل PixVerse هذا كما هو. جرّب إعدادات أخرى أو صورة أخرى.
failure-no_credits = نفد رصيد حساب PixVerse للبوت. أُخبر المشرفون.
failure-unauthorized = لا يستطيع البوت دخول حسابه في PixVerse. أُخبر المشرفون.
failure-account_locked = حساب PixVerse للبوت يحتاج إلى عناية. أُخبر المشرفون.
failure-subscription_expired = انتهى اشتراك البوت في PixVerse. أُخبر المشرفون.
failure-busy = PixVerse مشغول جدًا الآن. حاول بعد دقائق.
failure-bad_picture = لم أستطع فتح الصورة: تبدو تالفة. أرسلها مجددًا أو جرّب غيرها.
failure-picture_gone = لم تعد هذه الصورة لدى تيليجرام. أرسلها مجددًا.
failure-bad_sound = لم أسمع شيئًا: لا صوت فيه أو أنه تالف. أرسله مجددًا أو جرّب غيره.
failure-bad_video = لم أستطع فتح الفيديو: يبدو تالفًا أو لا أستطيع قراءته. أرسله مجددًا أو جرّب غيره.
failure-file_gone = لم يعد ما أرسلته لدى تيليجرام. أرسله مجددًا.
failure-too_long = هذا أطول مما يقبله PixVerse هنا. أرسل أقصر منه.
failure-too_large = هذا الملف كبير جدًا. أرسل أصغر منه.
failure-not_activated = هذا التأثير غير متاح هنا حاليًا. أُخبر المشرفون؛ التأثيرات الأخرى تعمل.
failure-unreachable = لم أستطع الوصول إلى PixVerse رغم عدة محاولات. حاول لاحقًا.
failure-render_failed = لم يستطع PixVerse صنع هذا الفيديو. تكرار المحاولة يفيد غالبًا.
failure-lost = فقد PixVerse هذا الفيديو في الطريق.
failure-given_up = لم نستطع معرفة ما حدث لهذا الفيديو.
failure-called_off = ألغى أحد مشرفي البوت هذا الفيديو.

jobs-title = 🗂 <b>فيديوهاتك</b>
jobs-none = لا فيديوهات لديك بعد. أرسل جملة أو صورة ونصنع واحدًا!
jobs-row = ‏{ $icon } { $what }
    <i>{ $when } · { $state }</i>
jobs-entry = <b>{ $number }</b> { $row }
state-queued = في الانتظار
state-uploading = يبدأ
state-submitting = يبدأ
state-unconfirmed = قيد التحقق
state-generating = قيد الصنع
state-delivering = في الطريق إليك
state-delivered = جاهز
state-undeliverable = جاهز وينتظرك
state-failed = لم ينجح
state-cancelled = أُلغي
key-full-quality = ✨ الجودة الكاملة
key-same-seed = 🎲 مشابه
