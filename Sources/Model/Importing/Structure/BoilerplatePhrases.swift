/// The words of lines that sites put around articles, folded.
enum BoilerplatePhrases {
  /// The start of such a line, and how many words the line may have at most.
  private struct Phrase {
    var words: [HashedWord]
    var atMost: Int
  }

  /// Whether the words of a line start with a phrase, and are few enough, or hold a statement of
  /// copyright.
  static func matches(_ words: [HashedWord]) -> Bool {
    if let phrases = byFirstWord[words[0]],
      phrases.contains(where: { words.count <= $0.atMost && words.starts(with: $0.words) })
    {
      return true
    }
    guard words.count <= 25 else { return false }
    return rights.contains { right in
      words.indices.contains { words[$0...].starts(with: right) }
    }
  }

  /// The label of an advertisement.
  static let advertisement: Set<HashedWord> = Set(
    HashedWord.words(of: "advertisement إعلان إعلانات"))

  /// The first two words of a line that points to another article.
  static let pointers: Set<[HashedWord]> = Set(
    """
    read more
    read also
    also read
    see also
    اقرأ أيضا
    اقرأ المزيد
    اقرأوا أيضا
    شاهد أيضا
    """.split(separator: "\n").map { HashedWord.words(of: String($0)) })

  /// Where articles are shared to; one of them is in every row of buttons.
  static let networks: Set<HashedWord> = Set(
    HashedWord.words(
      of: """
        facebook twitter whatsapp telegram linkedin pinterest reddit messenger viber instagram
        youtube tweet flipboard tumblr threads
        فيسبوك فايسبوك تويتر واتساب واتسآب تيليجرام تليجرام تلغرام تيليغرام لينكدإن لينكد ماسنجر
        انستغرام إنستغرام انستجرام يوتيوب فايبر سناب
        """))

  /// All that stands in a row of buttons.
  static let buttons: Set<HashedWord> = networks.union(
    HashedWord.words(
      of: """
        share on via by to x email e mail print copy link save this article page story pocket sms
        شارك شاركها شاركه مشاركة عبر على إن ان شات طباعة اطبع حفظ نسخ انسخ الرابط بريد إلكتروني
        البريد الإلكتروني ايميل إيميل إكس إرسال ارسل المقال الخبر الصفحة
        """))

  /// "Your comment" in one word.
  static let yourComment: Set<HashedWord> = Set(
    HashedWord.words(of: "تعليقك تعليقكم تعليقاتكم بتعليقك بتعليقكم لتعليقك لتعليقكم مشاركتك"))

  /// What becomes of a comment, or is to be done with it.
  static let moderation: Set<HashedWord> = Set(
    HashedWord.words(
      of: """
        review reviewed moderation moderated approval approved approve submitted submit appear
        published publish posted post added received thank thanks leave write
        المراجعة مراجعته مراجعة يظهر سيظهر تظهر ستظهر إضافة أضف نشر سينشر ينشر إرسال أرسل استلام
        الموافقة موافقة شكرا اكتب اترك تعديله أدخل
        """))

  private static let rights: [[HashedWord]] = [
    "all rights reserved", "جميع الحقوق محفوظة", "كل الحقوق محفوظة", "حقوق النشر محفوظة",
    "حقوق الطبع محفوظة",
  ].map(HashedWord.words(of:))

  private static let byFirstWord: [HashedWord: [Phrase]] = {
    var phrases: [HashedWord: [Phrase]] = [:]
    for (atMost, lines) in [(0, wholeLines), (8, shortLines), (25, longLines)] {
      for line in lines.split(separator: "\n") {
        let words = HashedWord.words(of: String(line))
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(words: words, atMost: max(atMost, words.count)))
      }
    }
    return phrases
  }()

  /// Lines that say just this.
  private static let wholeLines = """
    advertisement
    share
    print
    save
    email
    comments
    comment
    view comments
    show comments
    no comments
    no comments yet
    leave a comment
    leave a reply
    add a comment
    add comment
    post a comment
    comments are closed
    write a comment
    read more
    see more
    show more
    load more
    continue reading
    see also
    read also
    also read
    related
    related articles
    related stories
    related news
    related topics
    related posts
    related content
    related links
    most read
    most popular
    most viewed
    trending now
    recommended
    recommended for you
    editors picks
    more stories
    more news
    latest news
    subscribe
    subscribe now
    sign up
    sign in
    log in
    login
    register
    home
    menu
    search
    close
    back
    back to top
    top of page
    next article
    previous article
    follow us
    contact us
    about us
    privacy policy
    terms of use
    terms of service
    terms and conditions
    cookie policy
    tags
    loading
    skip to content
    skip to main content
    إعلان
    إعلانات
    شارك
    شاركها
    شارك الخبر
    شارك المقال
    شارك الموضوع
    مشاركة
    شارك برأيك
    طباعة
    اطبع
    إرسال
    حفظ
    نسخ الرابط
    انسخ الرابط
    رابط مختصر
    حجم الخط
    التعليقات
    تعليقات
    تعليق
    لا توجد تعليقات
    لا يوجد تعليقات
    التعليقات مغلقة
    أضف تعليق
    أضف تعليقا
    أضف تعليقك
    إضافة تعليق
    اترك تعليق
    اترك تعليقا
    اترك ردا
    اكتب تعليقا
    اكتب تعليقك
    اقرأ المزيد
    المزيد
    عرض المزيد
    تحميل المزيد
    اقرأ أيضا
    شاهد أيضا
    قد يهمك
    قد يهمك أيضا
    قد يعجبك أيضا
    مواضيع ذات صلة
    موضوعات ذات صلة
    أخبار ذات صلة
    مقالات ذات صلة
    مواضيع متعلقة
    أخبار متعلقة
    المزيد من الأخبار
    الأكثر قراءة
    الأكثر مشاهدة
    الأكثر شيوعا
    آخر الأخبار
    اخترنا لك
    اخترنا لكم
    مقترحات
    اشترك الآن
    اشترك
    تسجيل الدخول
    الرئيسية
    الصفحة الرئيسية
    القائمة
    بحث
    تابعنا
    تابعونا
    اتصل بنا
    من نحن
    سياسة الخصوصية
    شروط الاستخدام
    الشروط والأحكام
    الوسوم
    كلمات مفتاحية
    كلمات دليلية
    العودة إلى الأعلى
    """

  /// Lines of a few words that start like this.
  private static let shortLines = """
    share this
    share on
    share via
    print this
    email this
    comments off
    view all comments
    click here
    شارك هذا
    شارك هذه
    شارك عبر
    شارك الخبر على
    شارك الخبر عبر
    شارك المقال على
    شارك المقال عبر
    مشاركة على
    مشاركة عبر
    أرسل إلى صديق
    """

  /// Lines of a sentence or two that start like this.
  private static let longLines = """
    read more
    read also
    also read
    see also
    you may also like
    you might also like
    you may also be interested
    more from
    follow us on
    follow us
    like us on facebook
    find us on
    subscribe to our
    subscribe to the
    sign up for our
    sign up to our
    sign up for the
    join our
    download our
    get our
    get the latest
    we use cookies
    this site uses
    this website uses
    by continuing to use this
    your email address will not
    required fields are marked
    you must be logged in
    please log in
    log in to
    thank you for your comment
    filed under
    posted in
    copyright
    enable javascript
    please enable javascript
    اقرأ أيضا
    اقرأ المزيد
    اقرأوا أيضا
    شاهد أيضا
    قد يهمك أيضا
    تابعنا على
    تابعنا عبر
    تابعونا على
    تابعونا عبر
    تابعوا صفحتنا
    اشترك في النشرة
    اشترك في نشرتنا
    اشترك في قناتنا
    اشتركوا في
    انضم إلى قناتنا
    حمل تطبيق
    لمتابعة أحدث الأخبار
    للمزيد من الأخبار
    نستخدم ملفات تعريف الارتباط
    يستخدم هذا الموقع ملفات
    هذا الموقع يستخدم ملفات
    لن يتم نشر عنوان بريدك
    لن ينشر بريدك
    الحقول الإلزامية
    يجب تسجيل الدخول
    يجب أن تسجل الدخول
    حقوق النشر
    حقوق الطبع
    """
}
