### نصوص عربية: history.

jobs-none-of-these = لا شيء من هذا النوع. الأزرار أعلاه تعرض الباقي.
jobs-choose-kind = 🗂 <b>أي نوع؟</b>
job-price = 💎 { $credits }
kind-any = الكل
key-kind = 🎞 النوع: { $kind }
key-with-pictures = 🖼 مع الصور
outcome-all = الكل
outcome-running = قيد الصنع
outcome-done = جاهزة
outcome-failed = لم تنجح
state-deleted = محذوف
key-back-to-list = ⬅️ رجوع إلى القائمة
key-original = 📎 الملف الأصلي
key-delete = 🗑 حذف
key-delete-sure = 🗑 نعم، حذف نهائي
key-keep-video = ⬅️ لا، أبقِه
toast-original = الملف الأصلي في الطريق.
original-gone = لم يعد الملف الأصلي لدى PixVerse. لم يبق سوى ما في هذه المحادثة.
delete-sure = 🗑 <b>هل تحذفه نهائيًا؟</b>
    { $what }

    يختفي هنا ولدى PixVerse، ولا يستطيع أحد إعادته. ولا يعود الرصيد.
delete-sure-kept = 🗑 <b>هل تحذفه نهائيًا؟</b>
    { $what }

    يختفي من هنا، ولا يستطيع أحد إعادته. أمّا لدى PixVerse فيبقى الفيديو: لا يمكن حذفه هناك. ولا يعود الرصيد.
delete-sure-no-video = 🗑 <b>هل تحذفه؟</b>
    { $what }

    يبقى في القائمة كمحذوف، بلا كلماتك وصورك.
job-deleted = 🗑 حُذف. زالت كلماتك وصورك من هنا، ويحذف PixVerse النتيجة أيضًا.
job-deleted-kept = 🗑 حُذف. زالت كلماتك وصورك من هنا، وكذلك رابط الفيديو. أمّا لدى PixVerse فيبقى الفيديو: لا يمكن حذفه هناك.
job-deleted-no-video = 🗑 حُذف. زالت كلماتك وصورك من هنا.
error-under-report = أبلغ أحد عن هذا. يمكن حذفه بعد أن ينظر فيه المشرفون.
key-resend = ▶️ { $what }
key-forget-habits = 🧹 انسَ عاداتي
toast-habits-forgotten = نسيتها. حين يحتمل الأمر أكثر من معنى سأسأل مجددًا.
