"""The words with which an act may begin: French infinitives, Arabic verbal nouns, English imperatives."""

from __future__ import annotations

import re

WORDS: dict[str, str] = {
    "fr": """
        accorder accueillir acheter adapter admettre adresser affilier afficher aller ajouter annuler appeler
        appliquer apporter arrêter assurer attendre avertir bloquer cesser changer chercher choisir clore
        commencer comparer compléter confier confirmer conserver consigner consulter contester convenir
        convertir corriger créer céder calculer décider déclarer demander démissionner déposer désigner diminuer
        dire donner écrire embaucher employer engager enlever enregistrer entrer envoyer établir étaler éviter
        examiner exiger expliquer faire fermer finir fixer former fournir garder immatriculer imprimer indiquer
        informer inscrire interrompre justifier laisser lever libérer licencier lire limiter liquider mettre
        modifier montrer noter notifier nommer obtenir occuper organiser ouvrir partir repartir passer payer planifier
        porter poser poursuivre préciser prendre préparer présenter prévenir prévoir prolonger proposer prouver
        quitter radier ramener rappeler rassembler rattacher réclamer recevoir recruter rectifier recueillir
        redemander rédiger réduire refaire refuser régler régulariser relever rembourser remettre remplacer
        remplir rendre renoncer renouveler reporter reprendre requérir résilier respecter rester rétablir
        retirer réunir revenir revoir rompre s'abstenir s'adresser s'affilier s'assurer s'inscrire saisir
        séparer signaler signer soumettre souscrire suivre supprimer surveiller suspendre tenir terminer
        traduire traiter transformer transmettre travailler vendre venir vérifier verser viser voir plaindre
    """,
    "ar": """
        أخذ أداء إبرام إبلاغ إثبات إجراء إحضار إخبار إخلاء إدخال إدراج إرجاع إرسال إزالة إشعار إصلاح إضافة إعادة
        إعداد إعفاء إعلام إعلان إغلاق إقالة إكمال إلغاء إنجاز إنهاء إيداع إيقاف إيواء اتباع اتخاذ احترام احتساب
        اختيار استبدال استخراج استدعاء استرجاع استشارة استعمال استقبال استكمال استلام الأداء الإبقاء الإجابة
        الإدلاء الإعداد الإفراج الاتصال الاتفاق الاحتفاظ الاستعانة الاستمرار الاستناد الاشتغال الاطلاع الاقتصار
        الاكتتاب الالتزام الامتناع الانتظار الانتقال الانخراط البحث البدء البقاء التأشير التأكد التبليغ التحقق
        التخلي التراجع الترخيص التسجيل التسوية التشغيل التصريح التعاقد التقدم التقييد التنازل التوجه التوقف
        التوقيع الحصول الحضور الخروج الدخول الرجوع السماح الشكاية الطعن العودة القيام الكف اللجوء المرور
        المطالبة المغادرة النظر الوقوف انتظار بدء بيان بيع تأجيل تأسيس تأكيد تأمين تبليغ تتبع تجديد تجميد تجنب
        تحديد تحرير تحسين تحويل تخفيض تدوين ترجمة ترك تسجيل تسديد تسلم تسليم تسوية تشغيل تصحيح تصريح تطبيق تعبئة
        تعديل تعليق تعويض تعيين تغيير تفويت تقديم تقليص تقييد تكوين تمديد تمكين تنظيم تهيئة توجيه توضيح توقيع
        توقيف جمع حجز حذف حساب حفظ خفض دعوة دفع رد رفض رفع زيادة سؤال سحب شراء صرف ضبط طبع طلب عرض عزل فتح فحص
        فسخ قبول قراءة كتابة كف متابعة مراجعة مراسلة مراقبة مطالبة معرفة مغادرة مقارنة منح منع مواصلة نشر نقل
        وضع وقف
    """,
    "en": """
        add admit agree answer appeal apply appoint ask attach attend avoid begin block book bring buy calculate
        call cancel change check choose claim close collect compare complain complete confirm consult contest
        continue convert correct count create cut decide declare deposit dismiss divide draw employ end enter
        examine explain file fill find finish fix follow form gather get give go grant hand have hire hold
        increase inform insure join keep know lay leave let limit list lodge look lower make meet move name note
        notify obtain offer open order organise pay plan prepare present print produce prove provide pursue put
        raise read receive record recruit reduce refund refuse register release remain remove renew repay
        replace report request resign respect restore return review save see seek sell send separate set settle
        show sign spread start state stay stop submit subscribe suspend take tell terminate transfer translate
        treat turn use visit wait withdraw work write
    """,
}
FIRST_WORDS = {lang: frozenset(words.split()) for lang, words in WORDS.items()}
NOT = {"fr": "ne pas ", "ar": "عدم ", "en": "do not "}
EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def first_word(text: str) -> str:
    """The first word of a text, in small letters, without what stands around it; a reflexive pronoun goes with its verb.

    >>> first_word("Se faire conseiller"), first_word("S'inscrire, puis payer")
    ('faire', "s'inscrire")
    """
    words = [EDGES.sub("", word).lower().replace("’", "'") for word in text.split()]
    return words[1] if len(words) > 1 and words[0] == "se" else words[0]


def is_first_word(text: str, lang: str) -> bool:
    """Whether an act may begin as `text` does in `lang`; not to do something is an act too."""
    return first_word(text) in FIRST_WORDS[lang] or text.lower().startswith(NOT[lang])
