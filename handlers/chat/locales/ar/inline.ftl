### نصوص عربية: inline.

key-try-effect = ✨ جرّبه بصورتك
key-make-own = 🎬 اصنع فيديو لك
key-share-video = 📤 مشاركة
inline-start = 👋 اصنع فيديوهاتك
inline-nothing = لم أجد شيئًا. هل نصنع فيديو؟
