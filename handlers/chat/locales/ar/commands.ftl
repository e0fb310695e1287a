### نصوص عربية: commands.

command-start = ترحيب
command-new = بدء فيديو جديد
command-effects = تصفح التأثيرات
command-jobs = فيديوهاتك
command-quota = ما تبقى لك
command-history = كل تغيّر في رصيدك
command-buy = شراء رصيد بـ Stars
command-paysupport = مساعدة في دفعة
command-forgetme = محو ما أعرفه عنك
command-settings = ما تبدأ به الفيديوهات
command-terms = ما توافق عليه
command-help = كيف يعمل
command-cancel = إلغاء ما تكتبه
command-refer = ادعُ صديقًا
about = أحوّل الكلمات والصور إلى فيديوهات مع PixVerse، وأطيل الفيديوهات وأغيّرها وأجعلها تتكلم. أرسل جملة أو صورة أو فيديو.
about-short = يحوّل الكلمات والصور إلى فيديوهات.
language = 🇸🇦 العربية
