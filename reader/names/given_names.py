"""Given names that are one name: short forms, and the forms that languages give it. Facts, collected by us."""

from functools import lru_cache

from reader.names.tables import FAMILY_FORMS

_GROUPS = """
abigail abby gail;
abraham avraham ibrahim abe;
alexander alex aleksandr aleksander alexandr alejandro alessandro alexandre oleksandr aleksandar alyaksandr
  iskander sasha alec sandy alexandros;
alexandra aleksandra oleksandra;
alexei alexey aleksei aleksey oleksiy alexis oleksii;
albert al alberto;
alfred alf fred alfredo;
andrew andy drew andrei andrey andreas andre andres andrea andriy andrzej andrej andras;
anthony tony antony antonio anton antoine antonis antoni;
ann anne anna ana anya hanna annie;
arthur artur arturo art;
barbara barb babs;
benjamin ben benny binyamin benyamin benji;
bernard bernie bernhard bernardo;
catherine katherine kate kathy cathy katharine kathryn ekaterina yekaterina katarina caterina kateryna katie
  katja catalina;
charles charlie chuck carl karl carlos carlo charley karel karol;
christian kristian chris;
christina kristina cristina christine;
christopher chris christoph kris cristobal krzysztof christophe;
constantine konstantin kostas costas constantin konstantinos;
daniel dan danny daniil danilo daniele danylo;
david dave dawid davide daoud dawud;
deborah debbie deb;
demetrius dmitry dmitri dmitriy dimitri dmytro dimitris dimitrios dimitar;
dennis denis denys;
donald don donnie;
douglas doug;
edmund ed edmond edmundo;
edward ed eddie ted eduard eduardo edouard ned;
elizabeth liz beth betty eliza lizzie elisabeth isabel yelizaveta elizaveta libby isabella;
emanuel emmanuel manuel immanuel manny;
ernest ernesto ernst ernie;
eugene yevgeny evgeny yevgeniy evgeni yevhen jewgeni gene eugenio eugen evgeniy yevgeni;
francis frank francisco francesco francois franz frans paco franciszek ferenc;
frederick fred freddy friedrich fritz fredrik federico frederic frederik freddie;
gabriel gabriele gabe jibril;
gerald gerry jerry gerhard gerard gerardo;
george georg jorge giorgio georges georgios yuri yury yuriy iurii jiri giorgos jerzy georgi georgy georgiy;
gregory greg grigory gregor gregorio hryhoriy grzegorz;
gustav gustavo gustave;
harold harry hal;
helen helena elena olena yelena ellen;
henry hank harry heinrich enrique henri enrico henrik henryk hendrik;
hugh hugo ugo;
ignatius ignacio ignazio;
igor ihor;
isaac yitzhak itzhak ishaq izak isaak;
jacob jakob yakov jacques jacobo yaakov yaqub yaqoub jake;
james jim jimmy jamie diego jaime giacomo jaume;
janet jan jane;
jason jay;
jeffrey jeff geoffrey geoff;
jennifer jen jenny;
jeremiah jeremy jerry;
joachim joaquin jochen jogi joakim;
john johnny jack jon johannes johan johann juan jean giovanni ivan ian jan hans jan yohannes joao sean ioannis
  yannis giannis janos ion yahya jens;
johnathan jonathan jon jonny yonatan;
joseph joe joey jose giuseppe josef jozef yosef yusuf youssef yousef yusef josip sepp joschka pepe yussuf iosif
  jusuf youssouf;
joshua josh yehoshua;
judith judy;
julia yulia julie yuliya giulia juliya;
julius julio jules giulio julian;
kenneth ken kenny;
lawrence larry lorenzo laurent laurence lars;
leo leon lev leonid leonardo leonard lenny;
lewis louis luis lou louie ludwig luigi luiz lluis;
luke lucas luca luc lukas lucas lukasz;
margaret maggie peggy meg marge margarita margarete margarethe;
mark marc marco marcus marko markus marcos marek;
martin marty martino;
mary maria marie miriam mariam maryam marija molly;
matthew matt matteo matthias mateo mathieu matteo mateusz mathias mattias matthieu;
maurice moritz maurizio mauricio;
max maximilian maxim maksim massimo maksym maxime;
michael mike mick mickey michel miguel mikhail michal mihail mikhael michele mykhailo mikheil mihai misha mitch
  micheal mikael;
moses moshe musa moussa moise mousa;
nathaniel nathan nate natan;
nicholas nick nicolas nikolai nikolay nicola niccolo mykola nicolae nikolaos nikos niklas klaus nico nikolas
  mikolaj miklos;
oliver ollie olivier;
patricia pat patty tricia;
patrick pat paddy patricio;
paul pablo paolo pavel pavlo pal pauli paulo pawel bulus boulos;
peter pete pyotr pedro pietro pierre petro piotr petr petar per boutros butros pieter petros;
philip phil phillip philippe felipe filippo filip philipp;
rachel raquel rahel;
raymond ray raimundo ramon;
rebecca becky rivka;
reginald reggie;
richard rick dick ricky rich ricardo riccardo richie;
robert bob bobby rob robbie roberto bert;
ronald ron ronnie ronaldo;
rudolph rudy rudolf rodolfo rudi;
ruslan rouslan;
samuel sam sammy shmuel samuele;
sarah sara sally;
sergei sergey sergio serge serhiy sergej serhii sergiy;
simon shimon simeon semyon simone;
solomon suleiman sulaiman suleyman salomon shlomo soleiman;
stephen steve steven stefan stephan esteban stefano stepan etienne stepan stephane istvan stephanos;
svetlana sveta;
terence terry terrence;
theodore ted teddy theodor fyodor fedor theo teodoro fedir;
theresa teresa terry therese;
thomas tom tommy tomas tommaso tomasz;
timothy tim timmy timofey;
victor viktor vittorio;
victoria vicky viktoria viktoriya;
vincent vince vincenzo vicente;
vladimir volodymyr wladimir vova uladzimir vladymyr volodimir;
walter walt gualtiero;
william bill billy will willy guillermo wilhelm willem guillaume liam guglielmo willi;
yaroslav jaroslav jaroslaw;
zachary zach zack zakaria zakariya;
mohammed muhammad mohamed mohammad muhammed mohamad mehmet mahomet mohamud muhamed mohd mehmed;
ahmed ahmad ahmet akhmed achmed akhmad achmad;
mahmoud mahmud mahmut mahmood;
hussein husayn hossein hussain husain hosein huseyin hussen;
hassan hasan;
omar umar omer umer;
osman uthman othman ousmane usman;
osama usama ossama usamah oussama;
khalid khaled khalad;
yasser yasir yassir;
qasem qassem qassim kassem ghasem qasim kasim kassim ghassem;
abdullah abdallah abdulla abdoulaye;
saif seif sayf;
said saeed sayed saeid;
jamal gamal djamal dschamal cemal;
hafez hafiz hafidh;
bashar bachar;
nouri nuri noury;
ismail ismael ishmael;
ali aly;
mustafa mostafa moustafa mustapha;
tariq tarek tareq tarik;
fouad fuad fouad;
faisal faysal feisal;
walid waleed oualid;
zayed zayid zaid;
rafik rafiq;
muammar moammar moamer muamar;
masoud massoud masud mesud;
reza riza;
mehdi mahdi mohdi;
kemal kamal;
selim salim saleem;
murat murad mourad;
hamid hamed hameed;
rashid rachid rasheed rached;
bashir basheer bechir beshir;
saleh salih;
mansour mansur mansoor;
nasser nasir naser nassir;
aziz azeez;
habib habeeb;
khalil khaleel halil;
karim kareem;
salah;
amin ameen emin;
farid fareed ferid;
idris idriss idrees;
jalal galal celal djalal;
munir mounir muneer;
nabil nabeel;
tahir taher;
yassin yasin yaseen yacine;
bilal belal;
anwar anouar enver;
ayman aymen aiman;
adel adil;
samir sameer;
sami samy;
rami ramy;
hani hany;
wael wail;
bibi benjamin binyamin;
gianluigi gigi;
sebastian basti bastian;
lukas poldi;
edson pele;
jorg joerg;
jurgen juergen;
gunter guenter guenther gunther;
alan allan allen al;
amanda mandy;
anastasia nastya anastasiya anastassia;
augustus august gus augusto agustin;
bartholomew bart;
beatrice bea beatriz beatrix;
boris borya;
bradley brad;
calvin cal;
cameron cam;
caroline carrie carolina karolina carolyn;
clifford cliff;
constance connie;
curtis curt kurt;
cynthia cindy;
dmitry dima dmitri dmitriy;
dolores lola;
dorothy dot dolly dottie dorothea;
eleanor ellie nell nora eleonora;
enrique quique;
eduardo lalo edu;
ekaterina katya catherine;
elena lena;
evgeny zhenya yevgeny;
fernando nando ferdinand hernando;
frances fran francesca;
francisco pancho paco;
gilbert gil gilberto;
gillian jill;
grigory grisha;
guillermo memo;
harriet hattie;
ignacio nacho;
irina ira iryna;
isaac ike;
ivan vanya;
jacqueline jackie;
javier javi xavier;
jessica jess jessie;
jesus chucho;
jose pepe chepe;
josephine josie jo giuseppina josefina;
konstantin kostya;
leila layla laila leyla;
lillian lily lilian;
ludmila lyudmila liudmila;
madeleine maddie madeline magdalena;
manuel manolo;
maria masha mashenka;
melissa mel;
melvin mel;
melinda mindy;
mildred millie;
nancy nan;
natalia natasha natalya nataliya nathalie natalie;
nikolai kolya;
norman norm;
olga olya olha;
pamela pam;
pavel pasha;
penelope penny;
philippa pippa;
pyotr petya;
rafael rafa raphael raffaele raffaello rafal;
roderick rod;
rodney rod;
rosalind roz;
russell russ;
salvatore sal salvador;
sandra sandy alexandra;
santiago santi;
sergei seryozha;
sidney sid sydney;
stanley stan;
stanislav stas stanislaw stanislaus;
stuart stu stewart;
susan sue suzanne suzy susanna suzie susana zuzana;
tatiana tanya tatyana tetiana tetyana;
tobias toby;
valerie val valeria;
valentin val valentine valentino;
vladimir volodya vova;
vivian viv vivien;
virginia ginny;
wesley wes;
winifred winnie;
yuri yura;
alexei alyosha lyosha;
ioannis john;
benedict benedikt benoit benedetto benito;
matilda tilly mathilde;
abdulaziz abdelaziz;
zeynep zaynab zainab zeinab;
fatima fatma fatemeh fatimah;
aisha ayesha aicha aysha;
khadija khadijah hatice;
yasmin yasmine jasmine yasemin;
rania raniya;
marwan merwan;
jafar jaafar cafer gaafar;
hashim hashem hasim;
husni hosni husny;
ziad ziyad zeyad;
riad riyad ryad;
imad emad;
isa eissa issa;
iyad ayad;
nizar nezar;
qusay qusai kusay;
uday odai udai;
yunus younis younes yunis jonah;
ayub ayoub ayyub eyup;
dawud daoud davut;
sulayman suleyman suliman;
harun haroun haron aaron;
jibril jebril gibril;
ilyas elias elijah eliyahu ilias;
zakariya zakaria zacharias zekeriya;
shukri shoukri sukru;
fathi fethi fathy;
lutfi loutfi lotfi;
tawfiq tewfik tawfik taufik;
nour nur noor;
shamil chamil;
ramzan ramadan ramazan;
magomed muhammad mohammed mahomed;
akhmat ahmed;
gennady gennadi gennadiy henadiy hennadiy;
anatoly anatoli anatoliy;
arkady arkadi arkadiy arkadii;
vitaly vitali vitaliy vitalii;
valery valeri valeriy valerii;
vasily vasili vasiliy vasyl basil;
grigori grigory;
leonid leonyd leonid;
nikita mykyta;
oleg oleh;
timur temur teymur;
rustam rustem rustum;
islam eslam;
arseny arseniy arsenii;
yulian julian;
kyrylo kirill cyril kiril;
pylyp filipp philip;
ihor igor;
jaime jaume james;
joao ioan ioannes;
guilherme william;
thiago tiago santiago;
"""


def _index(groups: str) -> dict[str, frozenset[int]]:
    index: dict[str, set[int]] = {}
    for number, line in enumerate(groups.split(";")):
        for name in line.split():
            index.setdefault(name, set()).add(number)
    return {name: frozenset(groups) for name, groups in index.items()}


_BY_NAME = _index(_GROUPS)
_FAMILIES = _index(FAMILY_FORMS)
_NONE: frozenset[int] = frozenset()
_NO_FORMS: frozenset[str] = frozenset()


def groups_of(token: str) -> frozenset[int]:
    """The names that this folded token is a form of, by number; empty when it is not known."""
    return _BY_NAME.get(token, _NONE)


def families_of(token: str) -> frozenset[int]:
    """The Korean and Chinese family names that this folded token is a romanisation of, by number."""
    return _FAMILIES.get(token, _NONE)


def one_family_name(left: str, right: str) -> bool:
    """Whether two folded Korean or Chinese family names are one, romanised differently."""
    return not families_of(left).isdisjoint(families_of(right))


def is_family_name(token: str) -> bool:
    """Whether this folded token is known as a Korean or Chinese family name."""
    return token in _FAMILIES


def is_given_name(token: str) -> bool:
    """Whether this folded token is known as a given name."""
    return token in _BY_NAME


def one_given_name(left: str, right: str) -> bool:
    """Whether two folded given names are forms of one, also with the ending that Baltic languages give a man's."""
    return not (groups_of(left) or _without_ending(left)).isdisjoint(groups_of(right) or _without_ending(right))


def _without_ending(token: str) -> frozenset[int]:
    """The groups of "sergejs" are those of "sergej"."""
    return groups_of(token[:-1]) if token.endswith("s") else _NONE


@lru_cache(maxsize=1 << 12)
def forms(token: str) -> frozenset[str]:
    """Every form of a folded given name, itself too; empty when it is not known."""
    groups = groups_of(token)
    return (
        frozenset(name for name, theirs in _BY_NAME.items() if not groups.isdisjoint(theirs)) if groups else _NO_FORMS
    )
