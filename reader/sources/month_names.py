"""What months and days of the week are called, folded by `reader.sources.folding`, from CLDR.

Written by training/dates/month_names.py. `_` stands for the space in a name of two words.
"""

from collections.abc import Mapping

MONTHS: Mapping[int, str] = {
    1: (
        "ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janaayo janar janeiro jannaayo janner "
        "januar januara januari january janv janvaris janvier led leden ledna oca ocak rbn rebendan saus "
        "sausio sausis sij sijecanj sijecnja sty styczen stycznia tammi tammikuu tammikuuta urt urtarrila "
        "xan xaneiro yan yanvar ιαν ιανουαριοσ ιανουαριου сту студзень студзеня січ січень січня янв "
        "январь января яну януари јан јануар јануари қаң қаңтар հնվ հունվար հունվարի ינו ינואר جانفی جنو "
        "جنوری ژانویه کانون_الثانی کانوونی_دووەم ینایر जनवर জনযর มกราคม იან იანვარი ጃን ጃንዋሪ"
    ),
    2: (
        "feb febbraio febr febraayo febreiro febrer febrero februar februara februari februarie februaris "
        "february fev fevereiro fevr fevral fevrier helmi helmikuu helmikuuta lut lutego luty ots otsaila "
        "peb pebrero sbt shk shkurt sibat sub subat uno unor unora vas vasario vasaris veebr veebruar "
        "velj veljaca veljace φεβ φεβρουαριοσ φεβρουαριου ақп ақпан лют лютага лютии лютого люты феб "
        "фебруар фев февр февраль февраля февруари փետրվար փետրվարի փտվ פבר פברואר شباط شوبات فبرایر "
        "فبروری فروری فوریه فیفری فېبروری फरवर ফব ফবরযর กมภาพนธ თებ თებერვალი ፌብ ፌብሩዋሪ"
    ),
    3: (
        "adar adr bre brezen brezna kov kovas kovo maalis maaliskuu maaliskuuta maarso maart mac machi "
        "mar marc marca march marcius marco marec maret mars marso mart martie marts martxoa marz marzec "
        "marzo mrt ozu ozujak ozujka μαρ μαρτιοσ μαρτιου бер березень березня мар март марта нау наурыз "
        "сак сакавік сакавіка մարտ մարտի մրտ מרץ اذار مارس مارچ یازار मरच মরচ มนาคม მარ მარტი ማርች"
    ),
    4: (
        "abr abriil abril api apirila apr aprel april aprila aprile aprili aprilie aprilis aprill avr "
        "avril bal balandis balandzio dub duben dubna huhti huhtikuu huhtikuuta kwi kwiecien kwietnia nis "
        "nisan nsn pri prill tra travanj travnja απρ απριλιοσ απριλιου апр апрель апреля април квіт "
        "квітень квітня кра красавік красавіка сәу сәуір ապր ապրիլ ապրիլի אפר אפריל ابریل افریل اوریل "
        "اپریل نیسان अपरल এপর এপরল เมษายน აპრ აპრილი ኤፕሪ ኤፕሪል"
    ),
    5: (
        "geg geguze geguzes gln gulan kve kveten kvetna maayo mag maggio mai maiatza maig maijs maio maj "
        "maja majus may mayis mayo mei svi svibanj svibnja touko toukokuu toukokuuta μαι μαιοσ μαιου маи "
        "мам мамыр мая мај трав травень травня մայիս մայիսի մյս מאי ایار مای مایو مه می میی مۍ یایار मई "
        "พฤษภาคม მაი მაისი ሜይ"
    ),
    6: (
        "birz birzelio birzelis cerven cervna cvn cze czerwca czerwiec eka ekaina giu giugno haz haziran "
        "heziran hun hunyo hzr iun iunie iyn iyun juin jun juna june junho juni junij junijs junio junius "
        "juny juun juuni kesa kesakuu kesakuuta lipanj lipnja qer qershor xuno ιουν ιουνιοσ ιουνιου июн "
        "июнь июня мау маусым черв червень червня чэр чэрвень чэрвеня юни јун јуни հնս հունիս հունիսի "
        "יוני جوان جون حزیران حوزەیران ژوین یونیو जन জন มถนายน ივნ ივნისი ጁን"
    ),
    7: (
        "cervence cervenec cvc heina heinakuu heinakuuta hul hulyo iul iulie iyl iyul juil juillet jul "
        "jula julai julho juli julij julijs julio juliol julius july juuli korr korrik liep liepa liepos "
        "lip lipca lipiec lug luglio lul luulyo srpanj srpnja tem temmuz tirmeh trm uzt uztaila xul xullo "
        "ιουλ ιουλιοσ ιουλιου июл июль июля лип липень липня ліп ліпень ліпеня шіл шілде юли јул јули հլս "
        "հուլիս հուլիսի יולי تموز تەمووز جول جولای جولایی جویلیه ژوییه یولیو یولیوز जलई জল জলই กรกฎาคม "
        "ივლ ივლისი ጁላይ"
    ),
    8: (
        "abu abuztua ag ago agost agosti agosto agu agust agustos agustus aout aug august augusta augusti "
        "augusts augustus augusztus avg avgust avq avqust elo elokuu elokuuta gush gusht kol kolovoz "
        "kolovoza ogo ogos ogosto ogs rugp rugpjucio rugpjutis sie sierpien sierpnia srp srpen srpna tbx "
        "tebax αυγ αυγουστοσ αυγουστου авг август августа жні жнівень жніуня серп серпень серпня там "
        "тамыз օգոստոս օգոստոսի օգս אוג אוגוסט اب اغسطس اوت اګست اگست غشت یاب अगसत আগ আগসট สงหาคม აგვ "
        "აგვისტო ኦገስ ኦገስት"
    ),
    9: (
        "eyl eylul iln ilon ira iraila rugs rugsejis rugsejo ruj rujan rujna seb sebteembar sebtembar sen "
        "sentabr sentyabr sep sept septemba septembar september septembra septembre septembrie septembris "
        "septiembre set setembre setembro settembre setyembre sht shtator syys syyskuu syyskuuta szept "
        "szeptember wrz wrzesien wrzesnia zar zari σεπ σεπτεμβριοσ σεπτεμβριου вер верасень верасня "
        "вересень вересня сент сентябрь сентября сеп септембар септември қыр қыркүиек սեպ սեպտեմբեր "
        "սեպտեմբերի ספט ספטמבר ایلول سبتمبر ستمبر سپتامبر سپتمبر سېپتمبر شتنبر یەیلوول सतबर সপ সপটমবর "
        "กนยายน სექ სექტემბერი ሴፕቴ ሴፕቴምበር"
    ),
    10: (
        "cot cotmeh eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktabr "
        "oktoba oktobar oktober oktobra oktobris oktoobar oktoober oktubre oktyabr ott ottobre out "
        "outubro paz pazdziernik pazdziernika rij rijen rijna spal spalio spalis tet tetor urr urria οκτ "
        "οκτωβριοσ οκτωβριου жовт жовтень жовтня кас кастрычнік кастрычніка окт октобар октомври октябрь "
        "октября қаз қазан հոկ հոկտեմբեր հոկտեմբերի אוק אוקטובר اکتبر اکتوبر تشرین_الاول تشرینی_یەکەم "
        "अकटबर অকট অকটবর ตลาคม ოქტ ოქტომბერი ኦክቶ ኦክቶበር"
    ),
    11: (
        "aza azaroa kas kasim lapkr lapkricio lapkritis lis listopad listopada listopadu marras marraskuu "
        "marraskuuta mijdar mjd nen nentor nob nobyembre nof noiembrie noofeembar nov novemba novembar "
        "november novembra novembre novembris novembro noviembre noy noyabr stu studeni studenoga νοε "
        "νοεμβριοσ νοεμβριου лист листопад листопада ліс лістапад лістапада нов новембар ное ноември нояб "
        "ноябрь ноября қар қараша նոյ նոյեմբեր նոյեմբերի נוב נובמבר تشرین_الثانی تشرینی_دووەم نوامبر "
        "نوفمبر نومبر نونبر नवबर নভ নভমবর พฤศจกายน ნოე ნოემბერი ኖቬም ኖቬምበር"
    ),
    12: (
        "abe abendua ara aralik berfanbar brf dec decembar december decembra decembre decembrie decembris "
        "decembro dek dekabr des desemba desember desembre dets detsember dez dezember dezembro dhj "
        "dhjetor dic dicembre diciembre dis diseembar disember disyembre gru grudnia grudzien gruod "
        "gruodis gruodzio joulu joulukuu joulukuuta pro prosinac prosinca prosince prosinec δεκ "
        "δεκεμβριοσ δεκεμβριου груд грудень грудня дек декабрь декабря декември дец децембар жел "
        "желтоқсан сне снежань снежня դեկ դեկտեմբեր դեկտեմբերի דצמ דצמבר دجنبر دسامبر دسم دسمبر دیسمبر "
        "کانون_الاول کانونی_یەکەم दसबर ডস ডসমবর ธนวาคม დეკ დეკემბერი ዲሴም ዲሴምበር"
    ),
}
"""Names by the number of the month."""

WEEKDAYS: Mapping[int, str] = {
    0: (
        "al astelehena bazar_ertəsi dilluns dl dsm dusem dush dushanba e_hene esmaspaev hen hetfo isn "
        "isniin isnin jumatatu lun lundi lunedi lunes luni luns ma maanantai maanantaina maandag man "
        "mandag manudagur mo mon monday montag pazartesi pirmadienis pirmd pirmdiena po pon pondeli "
        "pondelok ponedeljak ponedeljek ponedjeljak poniedziałek pr pzt seg senin δευ δευτερα дс дүисенбі "
        "панядзелак пн пон понеделник понедельник понедељак понеділок երկ երկուշաբթի יום_ב יום_שני "
        "الاثنین دوشنبه دونۍ دووشەممە پیر सम समवर সম সমবর วนจนทร ორშ ორშაბათი ሰኞ 周一 星期一"
    ),
    1: (
        "an antradienis ar asteartea cərsənbə_axsami di dienstag dimarts dinsdag dt e_marte jumanne kedd "
        "mardi martedi martes marti otrd otrdiena sal sali sel selasa sesem sesh seshanba ssm talaado "
        "teisipaev ter ti tiistai tiistaina tir tirs tirsdag tis tisdag tldo tor torek tue tuesday ty tys "
        "tysdag ut utery uto utorak utorok wt wtorek þri þriðjudagur τρι τριτη ау ауторак вт вто вторник "
        "вівторок сеисенбі сс уто уторак երեքշաբթի երք יום_ג יום_שלישי الثلاثاء درېنۍ سهشنبه سێشەممە منگل "
        "मगल मगलवर মঙগল মঙগলবর วนองคาร სამ სამშაბათი ማክሰ ማክሰኞ 周二 星期二 火曜日 화요일"
    ),
    2: (
        "arbaco arbc asteazkena az car carsamba carsem chor chorshanba csm cərsənbə dc dimecres e_merkure "
        "jumatano ke keskiviikko keskiviikkona kolmapaev mer mercoledi mercores mercredi mi mie miercoles "
        "miercuri mittwoch miy miyerkules mið miðvikudagur on ons onsdag qua rab rabu sr sre sreda sri "
        "srijeda sroda st streda sze szerda tr treciadienis tresd tresdiena wed wednesday wo woensdag τετ "
        "τεταρτη серада середа ср сре среда сряда сәрсенбі չորեքշաբթի չրք יום_ד יום_רביעי الاربعاء بدھ "
        "څلرنۍ چهارشنبه چوارشەممە बध बधवर বধ বধবর วนพธ ოთხ ოთხშაბათი ረቡዕ 周三 星期三 水曜日 수요일"
    ),
    3: (
        "alhamisi cet cetrtek ceturtd ceturtdiena cetvrtak cs csutortok ct ctvrtek cumə_axsami czw "
        "czwartek dijous dj do donderdag donnerstag e_enjte enj fim fimmtudagur gio giovedi huw huwebes "
        "jeu jeudi joi jue jueves kam kamis ketvirtadienis kha khamiis khamis khms kt neljapaev og "
        "osteguna pay payshanba pencsem per persembe psm qui stvrtok thu thursday to tors torsdag torstai "
        "torstaina xov xoves πεμ πεμπτη беисенбі бс чацвер чет четвер четверг четвртак четврток четвъртък "
        "чт чц հինգշաբթի հնգ יום_ה יום_חמישי الخمیس جمعرات پنجشنبه پینځنۍ پێنجشەممە गर गरवर বহসপত বহসপতবর "
        "พฤ วนพฤหสบด ხუთ ხუთშაბათი ሐሙስ 周四 星期四 木曜日 목요일"
    ),
    4: (
        "biy biyernes cum cuma cumə divendres dv e_premte fos fostudagur fr fre fredag freitag fri friday "
        "ijumaa ini jimco jmc jum juma jumaat jumat or ostirala pa patek pe penktadienis pentek perjantai "
        "perjantaina pet petak petek pi piatek piatok piektd piektdiena pn pre pt reede sex ven vendredi "
        "venerdi venres vie viernes vin vineri vr vrijdag παρ παρασκευη жм жұма пʼятниця пет петак петок "
        "петък пт пятница пятніца ուր ուրբաթ יום_ו יום_שישי الجمعه جمعه جمعہ ھەینی शकर शकरवर শকর শকরবর "
        "วนศกร პარ პარასკევი ዓርብ 周五 星期五 金曜日 금요일"
    ),
    5: (
        "cmt cumartesi dissabte ds e_shtune jumamosi la larunbata lau lauantai lauantaina laugardagur "
        "laupaev laurdag lor lordag lr lør lørdag sa sab sabado sabato sabti sabtu sam sambata samedi "
        "samstag sat saturday sbti sem semi sestadienis sestd sestdiena shan shanba sob sobota subota szo "
        "szombat sənbə za zaterdag σαβ σαββατο саб сабота сб сенбі суб суббота субота събота շաբաթ շբթ "
        "יום_שבת שבת السبت اونۍ شنبه شەممە ہفتہ शन शनवर শন শনবর วนเสาร შაბ შაბათი ቅዳሜ 周六 土曜日 星期六 토요일"
    ),
    6: (
        "ahad ahd axad axd bazar dg die dim dimanche diumenge dom domenica domingo dum duminica e_diel ig "
        "igandea jumapili lin linggo min minggu ne ned nedela nedele nedelja nedjelja niedz niedziela "
        "pazar puhapaev sekmadienis sk so son sondag sonntag su sun sunday sunnudagur sunnuntai svetd "
        "svetdiena sø søn søndag vasarnap yak yakshanba yeksem ysm zo zondag κυρ κυριακη воскресенье вс "
        "жексенбі жс нд нед недела неделя недеља неділя нядзеля կիր կիրակի יום_א יום_ראשון اتوار الاحد "
        "یونۍ یکشنبه یەکشەممە रव रववर রব রববর วนอาทตย อา კვი კვირა እሑድ 周日 日曜日 星期日 일요일"
    ),
}
"""Names by the number of the day, Monday 0; none that is a month's name too."""
