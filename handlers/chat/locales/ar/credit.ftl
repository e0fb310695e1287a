### نصوص عربية: credit.

quota = 💎 <b>يمكنك الآن استخدام { $left }.</b>
quota-today = اليوم: استُخدم { $used } من { $most }؛ يتجدد الرصيد بعد { $when }، عند منتصف الليل ({ $city }).
quota-month = هذا الشهر: استُخدم { $used } من { $most }؛ يتجدد الرصيد بعد { $when }.
quota-extra = إضافي: { $credits }، تُستخدم بعد رصيد اليوم.
quota-ending = • منها { $credits } تنتهي بعد { $when }
quota-debt = ⚠️ سبق استخدام { $credits } من دفعة أُعيدت. يُسدَّد ذلك أولًا من الرصيد الإضافي القادم.
quota-jobs = { $n ->
    [zero] لا يُصنع لك أي فيديو الآن.
    [one] يُصنع لك فيديو واحد في المرة، والباقي ينتظر.
    [two] يُصنع لك فيديوهان في المرة، والباقي ينتظر.
    [few] تُصنع لك { $n } فيديوهات في المرة، والباقي ينتظر.
    [many] يُصنع لك { $n } فيديو في المرة، والباقي ينتظر.
   *[other] يُصنع لك { $n } فيديو في المرة، والباقي ينتظر.
}
quota-lately = <b>أحدث فيديوهاتك</b>
quota-cost = • { $price } · { $what }
quota-cost-back = • <s>{ $price }</s> أُعيدت · { $what }
key-quota = 💎 المتبقي
key-ledger = 📜 كل التغيّرات

ledger = 📜 <b>كل تغيّر في رصيدك</b>، الأحدث أولًا
ledger-empty = 📜 لم يتغير شيء بعد: لم تستخدم شيئًا ولم يصلك شيء.
ledger-held = <i>{ $when }</i> −{ $credits } محجوزة{ $about }
ledger-spent = <i>{ $when }</i> { $credits } كانت محجوزة واستُخدمت{ $about }
ledger-released = <i>{ $when }</i> +{ $credits } عادت{ $about }
ledger-granted = <i>{ $when }</i> +{ $credits } هدية لك{ $about }
ledger-taken = <i>{ $when }</i> −{ $credits } سُحبت{ $about }
ledger-bought = <i>{ $when }</i> +{ $credits } شراء{ $about }
ledger-refunded = <i>{ $when }</i> −{ $credits } عادت مع النجوم{ $about }
ledger-given-back = <i>{ $when }</i> +{ $credits } أعادها أحد المشرفين{ $about }
ledger-expired = <i>{ $when }</i> −{ $credits } انتهت{ $about }
ledger-about = {" "}· { $what }
key-export = 💾 تصدير بياناتي
export-caption = كل ما أعرفه عنك. ‏/forgetme يمحوه.

key-zone = 🕐 المنطقة الزمنية
zone = 🕐 <b>تبدأ أيامك عند منتصف الليل في { $city }</b>، والساعة هناك الآن { $clock }. أين تعيش؟
key-zone-other = ✍️ مكان آخر
key-zone-bot = 🤖 مثل البوت
zone-ask = ✍️ أي مدينة أو منطقة زمنية؟ اكتب اسمها، مثل <i>Lisbon</i> أو <i>Asia/Tashkent</i>، أو ما تشير إليه ساعتك الآن، مثل <i>14:35</i>.
zone-which = 🕐 <b>في هذه الأماكن الساعة كذلك الآن.</b> أيها الأقرب إليك؟
zone-none = ليست الساعة كذلك الآن في أي مكان في العالم. تحقق مجددًا أو اكتب اسم مدينة كبيرة قربك.
zone-chosen = ✅ تبدأ أيامك عند منتصف الليل في { $city }، والساعة هناك الآن { $clock }. رصيد اليوم كما هو، والتالي يأتي عند منتصف الليل هناك.
zone-unknown = لا أعرف منطقة زمنية اسمها «{ $words }». يكفي اسم مدينة كبيرة قربك أو ما تشير إليه ساعتك.

forget = 🗑 <b>هل أنساك؟</b>

    <b>يُحذف:</b> اسمك وإعداداتك وعاداتك ومسوداتك، ومن كل فيديو كلماته وصوره ورابطه. وتصبح قائمة فيديوهاتك فارغة.

    <b>يبقى برقمك وحده:</b> ما استخدمته ودفعته، لأن الحسابات يجب أن تتطابق، ولا يأتي رصيد اليوم مرتين؛ وكذلك رفض المشرفين أو حظرهم لك إن حدث.

    <b>لا أصل إليه:</b> رسائلنا في هذه المحادثة (احذف المحادثة بنفسك)، والفيديوهات لدى PixVerse.
forget-extra = { "" }
    تبقى لك { $credits } إن عدت.
forget-ask = لا رجعة في ذلك. يمكنك أولًا تصدير بياناتك لترى ما أعرفه.
key-forget = 🗑 نعم، انسَني
key-keep = ✖️ لا
forgotten = 🕊 تم. لم أعد أعرفك. إن كتبت لي نبدأ من جديد.
not-forgotten = حسنًا. يبقى كل شيء كما هو.

error-plan-budget = استهلك أصحاب خطتك معًا رصيد اليوم. حاول غدًا.
error-not-in-plan-mode = لا تشمل خطتك هذه الطريقة لصنع الفيديو. قد تنجح الكلمات أو صورة واحدة.
error-not-in-plan-quality = لا تشمل خطتك الجودة { $value }. اضغط «الجودة» على البطاقة واختر غيرها.
error-not-in-plan-model = لا تشمل خطتك النموذج { $value }. اضغط «النموذج» على البطاقة واختر غيره.
error-shop-closed = لا شيء للبيع هنا الآن.
error-pack-gone = لم يعد هذا يُباع، أو ليس بهذا السعر. ‏/buy يعرض المتاح.
error-invoice-old = مضى على هذه الفاتورة وقت طويل. ‏/buy ينشئ واحدة جديدة.
error-already-subscribed = لديك هذا الاشتراك بالفعل. ‏/buy يبيّن إلى متى.
error-still-running = ما زالت بعض فيديوهاتك قيد الصنع. انتظر انتهاءها أو ألغها ثم حاول مجددًا.
admin-no-payment = لا أعرف هذه الدفعة. رمزها في الإيصال.
admin-no-pack = لا شيء للبيع بهذا الاسم. ‏/packs يعرض المتاح.
admin-no-plan = لا خطة بهذا الاسم. ‏/plans يعرضها كلها.
admin-already-refunded = أُعيدت هذه الدفعة بالفعل أو هي في الطريق.

paid = ⭐ <b>شكرًا لك!</b> أصبحت لك { $credits }.
    ‏⭐ { $stars } · إيصال <code>{ $charge }</code>
    ‏/paysupport إن كان هناك خطأ.
paid-monthly = ⭐ <b>شكرًا لك!</b> أصبحت لك { $credits }، ومثلها كل شهر. مدفوع حتى { $until }.
    ‏⭐ { $stars } · إيصال <code>{ $charge }</code>
    ‏/buy يعرض اشتراكك ويوقفه، و /paysupport إن كان هناك خطأ.
paid-back = ⭐ عادت إليك نجومك ({ $stars })، وذهبت معها { $credits }. ‏/history يعرض التفاصيل.
refund-failed = ⚠️ <b>لا يعيد تيليجرام نجوم الدفعة <code>{ $charge }</code>:</b> { $why }
    تبقى الدفعة ورصيدها.

key-buy = ⭐ شراء رصيد
shop = ⭐ <b>رصيد مقابل نجوم تيليجرام</b>
    يُستخدم بعد المجاني، و{ $lasts }.
shop-stays = يبقى حتى تستخدمه
shop-lasts = { $n ->
    [zero] ينتهي اليوم
    [one] ينتهي بعد يوم
    [two] ينتهي بعد يومين
    [few] ينتهي بعد { $n } أيام
    [many] ينتهي بعد { $n } يومًا
   *[other] ينتهي بعد { $n } يوم
}
shop-subscriptions = 🔁 <b>اشتراكاتك</b>
shop-subscription = • { $name }: { $credits } شهريًا، مدفوع حتى { $until }
shop-subscription-ends = • { $name }: { $credits } شهريًا، ينتهي في { $until }
shop-help = ‏/paysupport إن كان هناك خطأ، و /terms للقواعد.
key-pack = { $credits } · ⭐ { $stars }
key-pack-monthly = 🔁 { $credits } شهريًا · ⭐ { $stars }
key-stop = ✖️ إيقاف { $name }
shop-subscribe = 🔁 <b>{ $credits } كل شهر</b> مقابل ⭐ { $stars } شهريًا. يجدد تيليجرام الاشتراك تلقائيًا حتى توقفه، هنا عبر /buy أو في إعدادات النجوم.
key-subscribe = ⭐ اشتراك مقابل { $stars }
shop-ask-stop = هل ينتهي هذا الاشتراك؟ ما دُفع يبقى لك، ولن يأخذ تيليجرام نجومًا أخرى مقابله.
key-stop-now = ✖️ نعم، أوقفه
shop-stopped = ✅ ينتهي { $name } في { $until }. رصيدك باقٍ.
subscription-stopped = 🔁 ينتهي { $name } في { $until } ولا يُجدَّد: لن تُخصم نجوم أخرى.
invoice = رصيد للفيديوهات: { $n }.
invoice-monthly = رصيد للفيديوهات كل شهر: { $n }.
checkout-not-you = لا يمكنك شراء رصيد هنا الآن. لم تُؤخذ أي نجوم.
checkout-trouble = حدث خطأ من جهتي. لم تُؤخذ أي نجوم؛ حاول بعد قليل.
error-telegram-away = لم يجبني تيليجرام. حاول بعد دقيقة.
error-too-many-wishes = نقلتُ ما يكفي اليوم. رسائلك لدى المشرفين.
paysupport = 💬 <b>هل من خطأ في دفعة؟</b>
    أخبرني هنا: <code>/paysupport</code> ثم ما حدث. يصل كلامك إلى مشرفي البوت مع قائمة دفعاتك ويردّون عليك في هذه المحادثة.

    الدفعة التي لا يصل رصيدها تُكتشف عادة خلال يوم من تلقاء نفسها. ودعم تيليجرام لا يساعد في مشتريات هذا البوت.
paysupport-sent = 💬 وصل إلى المشرفين. سيردّون عليك في هذه المحادثة.
