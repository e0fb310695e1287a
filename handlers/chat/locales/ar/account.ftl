### نصوص عربية: account.

settings = ⚙️ <b>ما تبدأ به الفيديوهات الجديدة</b>
    اضغط للتغيير. ويمكن تغيير كل فيديو على بطاقته أيضًا.
granted = 🎁 أهداك أحد المشرفين { $credits }. وقتًا ممتعًا!
taken = سحب أحد المشرفين { $credits }.
language-telegram = 📱 مثل تيليجرام
language-choose = 🌐 <b>بأي لغة أتكلم؟</b>
key-language = 🌐 { $language }
