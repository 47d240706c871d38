"""Whom titles and given names call a man or a woman, as far as they do. Facts, collected by us."""

from functools import lru_cache

from reader.names.given_names import is_given_name

MAN, WOMAN = "man", "woman"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = {
    MAN: _words(
        """
        mr mister monsieur herr signor sig senor senhor don lord sir king prince baron count duke emperor tsar czar
        sultan congressman councilman chairman gospodin pan bay brother father gentleman"""
    ),
    WOMAN: _words(
        """
        mrs missus ms miss congresswoman councilwoman chairwoman sheikha sayyida madame mme mlle mademoiselle frau
        fraulein signora sigra signorina senora senorita senhora dona donna lady dame queen princess baroness countess
        duchess empress tsarina czarina gospozha pani hanim sister mother madam"""
    ),
}
"""Folded titles that only one of the two has; those that are given names as well count before a name only."""

_NAMES = {
    MAN: _words(
        """
        aaron adam adrian ahmad ahmed alan albert alberto aldo alejandro aleksandr alessandro alexander alexei
        alfred ali allan alvaro amir anders andre andreas andrei andrew angus anthony antoine anton antonio arman
        arnold arthur arturo barry bashar benedict benjamin bernard bernd bernhard bill bjorn bob boris brendan
        brian bruce bruno callum carl carlos cesar charles christian christopher clark claude clemens clive colin
        craig cristiano curtis cyril daniel dario dave david dennis dermot derek diego dieter dimitri dirk dmitri
        dmitry dominic donald douglas duncan edgar edmund eduardo edward edwin emil emilio emmanuel enrico enrique
        eric erik ernest ernst erwin ethan eugene fabio felipe felix ferdinand fergus fernando filip florian
        francesco francisco francois frank franz fred frederick fritz gareth gary gavin geoffrey georg george gerald
        gerard gerhard gilbert giorgio giovanni giuseppe glenn gordon graham gregory guido guillaume gunther gustav
        hamza hans harald harold harry hassan hector heinrich helmut hendrik henri henrik henry herbert herman
        hermann horst howard hubert hugh hugo hussein ian ibrahim igor isaac ivan ivo jack jacob jacques jakob james
        jaime jason javier jeffrey jens jeremy jerome jerzy jim joachim joao joe joel johan johann johannes john
        jonas jonathan jorge jose josef joseph juan julian julio jurgen justin kaspar keith kenneth kevin khaled
        klaus konrad konstantin kurt lars laurent lawrence leon leonard leonardo leonid liam lorenzo louis luca
        lucas ludwig luigi luis lukas magnus mahmoud malcolm manfred manuel marc marcel marco marcus mario marius
        mark markus martin massimo mateo matteo matthew matthias maurice max maximilian michael michel miguel mikael
        mikhail milan mohamed mohammad mohammed muhammad mustafa nathan neil nicholas nicolas niels nigel nikolai
        nils noel norbert norman olaf oleg oliver olivier omar oscar oskar otto pablo paolo pascal patrick paul
        paulo pavel pedro per peter philip philippe pierre pieter pietro piotr rafael rainer ralf ralph ramon raul
        raymond reinhard renato ricardo riccardo richard robert roberto roger roland rolf roman ronald ross roy
        rudolf rupert ryan salim salvatore samuel sean sebastian serge sergei sergey sergio siegfried simon stanley
        stefan stefano stephen steven stuart sven tariq ted terence theo theodor theodore thomas tim timothy tobias
        tom tomas tomasz tony trevor ulrich umberto uwe victor vincent vincenzo vittorio vladimir volker waldemar
        walter werner wilhelm willem william wolfgang xavier yannick youssef yuri yves kofi kwame sipho chidi
        emeka tunde javad reza mehdi hossein faisal khalil nasser marwan ziad fadi rami karim jamal rashid ravi
        arjun vikram sanjay rahul amit anil suresh hiroshi kenji takeshi haruto jerzy pawel tomek krzysztof wojciech
        zbigniew andrzej marek janusz lech jaroslav vaclav zoltan laszlo gyorgy ferenc bogdan mircea gheorghe nikola
        dragan zoran goran milos branko slobodan einar leif sven bjarne torsten gosta lasse matti jukka pekka heikki
        toomas janis"""
    ),
    WOMAN: _words(
        """
        abigail ada adele agatha agnes aisha alexandra alice alicia alina alison amalia amanda amelia amina amy ana
        anastasia angela angelica angelina anita anja ann anna anne annette annie antonia astrid audrey barbara
        beatrice beatriz bella bernadette bertha beth bettina brenda bridget brigitte britta camilla carla carmen
        carol carolina caroline caterina catherine cecilia celia charlotte chiara chloe christina christine clara
        claudia cleo clementine colette constance cordelia cornelia cristina daniela daphne deborah delia denise
        diana dolores dora doris dorothea dorothy edith eileen elaine eleanor elena elisa elisabeth elizabeth ella
        ellen elsa emilia emily emma erica erika esther ethel eva eve evelyn fatima felicia fiona flora florence
        frances franziska freda frederica frida gabriela gabriella gemma georgia geraldine gertrude gisela giulia
        gloria grace greta gretchen gudrun hanna hannah harriet hazel heather heidi helen helena helga henrietta
        hilda hildegard ida ines ingeborg ingrid irene irina iris irma isabel isabella isobel ivana jana jane janet
        janice jasmine jeanne jennifer jessica jill joanna jolanta josephine joyce juana judith julia juliana juliet
        karen karin katarina kate katharina katherine kathleen kathryn katja kirsten klara kristina larissa laura
        layla leila lena leonora lidia lilian lily linda lisa liv lois lorena louisa louise lucia lucy ludmila luisa
        lydia mabel magdalena maja mara margaret margareta margarita maria mariam marianne marie marina marta martha
        martina mary mathilda matilda maud maureen megan melanie melissa mercedes mette mia michelle mila miranda
        miriam moira mona monica monika muriel nadia nadine nancy naomi natalia natalie nathalie nina nora norma
        olga olivia paola patricia paula pauline penelope petra philippa phoebe pilar polly priya rachel rania
        rebecca regina renata rita roberta rosa rosalind rose rosemary ruth sabine sally samira sandra sara sarah
        sheila sigrid silvia sofia solveig sonia sophia sophie stella stephanie susan susanna susanne svetlana
        sylvia tamara tania tatiana teresa tessa thea theresa therese tina ulrike ursula valentina valeria vanessa
        vera verena veronica victoria viktoria viola violet virginia vivian wanda wendy winifred xenia yasmin
        yolanda yvonne zainab zara zoe ewa agnieszka katarzyna malgorzata zofia jadwiga halina ngozi amara chioma
        adaeze aminata mariama awa khadija zahra leyla shirin nasrin farah dalia huda rana hala lina aisling siobhan
        niamh saoirse priyanka anjali sunita lakshmi indira yuki sakura akiko keiko oksana olena natalya
        melania ivanka chelsea hillary hilary michelle condoleezza madeleine ghislaine marine segolene dilma asma
        marine nikki jacinda giorgia ursula theresa kamala nancy liz benazir hasina yingluck corazon imelda evita
        galina nina raisa zuzana jitka ivona milena jelena dragana ljiljana biljana ilona zsuzsa marit sunniva
        ragnhild gunilla birgitta annika kerstin pirjo kaisa aino tuuli"""
    ),
}


def title_gender(title: str) -> str:
    """Whom a folded title, or several, belongs to: `MAN`, `WOMAN`, or empty when it says neither."""
    return next((who for word in title.split() for who, titles in _TITLES.items() if word in titles), "")


@lru_cache(maxsize=1 << 12)
def name_gender(given: str) -> str:
    """Whom a folded given name belongs to, or empty when both bear it or nobody knows."""
    found = [who for who, names in _NAMES.items() if given in names]
    return found[0] if len(found) == 1 else ""


def is_first_name(word: str) -> bool:
    """Whether a folded word is a given name, whoever bears it."""
    return is_given_name(word) or any(word in names for names in _NAMES.values())


def contradicts(one: str, two: str) -> bool:
    """Whether one is a man and the other a woman."""
    return bool(one and two) and one != two
