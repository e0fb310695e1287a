### نصوص عربية: editors.

key-last-frame = ➕ الإطار الأخير
ask-last-frame = 🖼 <b>أرسل لي الصورة التي ينتهي بها.</b>
key-pictures = 🖼 ترتيب الصور
key-name = ➕ { $name }

pictures = 🖼 <b>صورك بالترتيب.</b> اضغط على صورة لنقلها أو استبدالها أو إزالتها، أو أرسل المزيد.
pictures-transition = 🖼 <b>فيلمك من اليسار إلى اليمين.</b> اضغط على صورة لنقلها أو استبدالها أو إزالتها، أو على مدة لتغيير ما يحدث فيها، أو أرسل المزيد من الصور.
pictures-segment = { $number } → { $next }: { $words }
key-drop-all = 🗑 إزالة الكل
pictures-one = 🖼 <b>الصورة { $number } من { $n }</b>
pictures-lost = لم تعد كل هذه الصور لدى تيليجرام. استبدل ما لا تراه.
picture-number = الصورة { $number }
key-picture = 🖼 { $number }
key-segment = → { $seconds } ث →
key-show-pictures = 👀 ما رقم كل صورة؟
key-done = ✅ تم
key-earlier = ⬅️ إلى اليسار
key-later = إلى اليمين ➡️
key-replace = 🔄 استبدال
key-remove = 🗑 إزالة
ask-replace = 🔄 <b>أرسل لي الصورة التي تحل محل الصورة { $number }.</b>

segment = ⏱ <b>من الصورة { $number } إلى الصورة { $next }</b>: كم المدة وماذا يحدث؟
segment-words = ✍️ { $words }
key-segment-words = ✍️ كلمات لهذا الجزء
key-segment-hush = ✖️ بلا كلمات خاصة
ask-segment = ✍️ <b>ماذا يحدث بين الصورة { $number } والصورة { $next }؟</b> اكتبه فحسب.

key-describe = 🎧 وصف الصوت
key-describe-again = 🎧 وصف آخر
key-undescribe = ✖️ بلا وصف
ask-sound = 🎧 <b>ماذا يُسمع؟</b> اكتبه في { $limit } حرفًا كحد أقصى، مثل <i>مطر على الأوراق، رعد بعيد</i>.
ask-negative = 🚫 <b>ما الذي يجب ألا يظهر؟</b> اكتبه، مثل <i>نص، أشخاص في الخلفية</i>.
ask-seed = 🎲 <b>أي بذرة؟</b> اكتب عددًا صحيحًا من { $first } إلى { $last }. الطلب نفسه مع الرقم نفسه يعطي فيديو شبه مطابق من جديد.
key-somebody-speaks = 🗣 دع أحدًا يتكلم
key-speak-otherwise = 🗣 صوت آخر
key-unspeak = ✖️ لا أحد يتكلم
