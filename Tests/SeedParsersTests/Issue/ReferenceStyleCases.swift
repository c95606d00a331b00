// A table of data: lists of references in the styles that houses use.

extension ReferenceStyleTests {
  static let styles = [
    Case(
      name: "APA without emphasis",
      list: """
        Cornu, H. (1998/2012). Le gué (A. Durand, trad. ; 3e éd.). Presses du Rhône.

        Cornu, H., Durand, A., … Zola, E. (2014). Ferries. Journal of Rivers, 7, 12–40. https://doi.org/10.5555/jr.
        2014.7.12

        Durand, A. (dir.). (2001). Les bacs (vol. 1). Paris : Seuil.

        Durand, A. (2002a). Bacs, ponts. Dans N. Fabre et J. Noyer (dir.), Histoire des bacs (2e éd., p. 45-67). Presses du Rhône.

        Fabre, N. (2003, 3 mars). Un bac. Le Courrier de Rive, p. 3.

        Institut du bac. (s.d.). Règlement. Consulté le 3 février 2019, à l'adresse https://www.example.org/r

        Noyer, P. (2019, mai). Les passeurs [mémoire de master, université de Rive].

        van den Berg, P. (sous presse). Rivers (Working Paper No. 12). Institute of Rivers.
        """,
      works: [
        "cornu2012: type=book | author=Cornu, H. | translator=Durand, A. | issued=2012 | "
          + "title=Le gué | edition=3 | publisher=Presses du Rhône | original-date=1998",
        "cornu2014: type=article-journal | author=Cornu, H. & Durand, A. & Zola, E. | issued=2014 | "
          + "title=Ferries | container-title=Journal of Rivers | volume=7 | page=12–40 | "
          + "DOI=10.5555/jr.2014.7.12",
        "durand2001: type=book | editor=Durand, A. | issued=2001 | title=Les bacs | volume=1 | "
          + "publisher=Seuil | publisher-place=Paris",
        "durand2002a: type=chapter | author=Durand, A. | editor=Fabre, N. & Noyer, J. | "
          + "issued=2002 | year-suffix=a | title=Bacs, ponts | container-title=Histoire des bacs | "
          + "page=45-67 | edition=2 | publisher=Presses du Rhône",
        "fabre2003: type=article-newspaper | author=Fabre, N. | issued=2003-03-03 | title=Un bac | "
          + "container-title=Le Courrier de Rive | page=3",
        "institut-du-bac-s-d: type=webpage | author=Institut du bac | title=Règlement | "
          + "URL=https://www.example.org/r | accessed=2019-02-03",
        "noyer2019: type=thesis | author=Noyer, P. | issued=2019-05 | title=Les passeurs | "
          + "genre=mémoire de master | publisher=université de Rive",
        "van-den-berg-sous-presse: type=report | author=van den Berg, P. | status=sous presse | "
          + "title=Rivers | genre=Working Paper | number=12 | publisher=Institute of Rivers",
      ]
    ),
    Case(
      name: "ISO 690, full names in capitals, year near the end",
      list: """
        BARRE, Léon. Les Ponts. Paris : Éditions du Bac, 1998. 288 p. ISBN 2-84054-021-7.

        BARRE, Léon et NOYER, Berthe (dir.). Les bacs. 2e éd. Lyon : Seuil, 2003. 412 p. (Passages ; 12)

        CORNU, Alix. Le passeur. Revue des passages, 2005, vol. 12, n° 3, p. 45-67. [en ligne] Disponible sur : https://example.org/12/
        cornu.html [consulté le 12/03/2019]

        DELMAS, Hugues. Le bac. In : BARRE, Léon (dir.). Les bacs. Lyon : Seuil, 2003, p. 101-124.

        EBRARD, Noé. Sans pont. Thèse de doctorat : histoire. Toulouse : Université de Rive, 2011.

        NOYER, Berthe. Le dernier bac. Le Courrier de Rive, 14 mai 2013, p. 3.
        """,
      works: [
        "barre1998: type=book | author=Barre, Léon | issued=1998 | title=Les Ponts | "
          + "publisher=Éditions du Bac | publisher-place=Paris | number-of-pages=288 | "
          + "ISBN=2-84054-021-7",
        "barre2003: type=book | editor=Barre, Léon & Noyer, Berthe | issued=2003 | "
          + "title=Les bacs | collection-title=Passages | collection-number=12 | edition=2 | "
          + "publisher=Seuil | publisher-place=Lyon | number-of-pages=412",
        "cornu2005: type=article-journal | author=Cornu, Alix | issued=2005 | title=Le passeur | "
          + "container-title=Revue des passages | volume=12 | issue=3 | page=45-67 | "
          + "URL=https://example.org/12/cornu.html | accessed=2019-03-12",
        "delmas2003: type=chapter | author=Delmas, Hugues | editor=Barre, Léon | issued=2003 | "
          + "title=Le bac | container-title=Les bacs | page=101-124 | publisher=Seuil | "
          + "publisher-place=Lyon",
        "ebrard2011: type=thesis | author=Ebrard, Noé | issued=2011 | title=Sans pont | "
          + "genre=Thèse de doctorat : histoire | publisher=Université de Rive | "
          + "publisher-place=Toulouse",
        "noyer2013: type=article-newspaper | author=Noyer, Berthe | issued=2013-05-14 | "
          + "title=Le dernier bac | container-title=Le Courrier de Rive | page=3",
      ]
    ),
    Case(
      name: "French notes, names repeated by a dash",
      list: """
        Anne Durand et Paul Noyer (dir.), *Les bacs*, Lyon, Seuil, coll. « Passages », 2003, 412 p.

        Hilaire Cornu, « Le passeur », *Revue des passages*, vol. XII, n° 3, 2005, p. 45-67.

        ———, « Le bac », dans Anne Durand (dir.), *Les bacs*, Lyon, Seuil, 2003, p. 101-124.

        Id., *Passeurs*, traduit de l'anglais par Rose Lund, Arles, Actes Sud, 1999 [1967].

        Zélie Fabre, *Le Gué*, Paris, Seuil, à paraître.

        « Un bac coule », *Le Matin*, 3 janvier 1956.
        """,
      works: [
        "durand2003: type=book | editor=Durand, Anne & Noyer, Paul | issued=2003 | title=Les bacs | "
          + "collection-title=Passages | publisher=Seuil | publisher-place=Lyon | "
          + "number-of-pages=412",
        "cornu2005: type=article-journal | author=Cornu, Hilaire | issued=2005 | "
          + "title=Le passeur | container-title=Revue des passages | volume=XII | issue=3 | "
          + "page=45-67",
        "cornu2003: type=chapter | author=Cornu, Hilaire | editor=Durand, Anne | issued=2003 | "
          + "title=Le bac | container-title=Les bacs | page=101-124 | publisher=Seuil | "
          + "publisher-place=Lyon",
        "cornu1999: type=book | author=Cornu, Hilaire | translator=Lund, Rose | issued=1999 | "
          + "title=Passeurs | publisher=Actes Sud | publisher-place=Arles | original-date=1967",
        "fabre-a-paraitre: type=book | author=Fabre, Zélie | status=à paraître | title=Le Gué | "
          + "publisher=Seuil | publisher-place=Paris",
        "un-bac-coule1956: type=article-newspaper | issued=1956-01-03 | title=Un bac coule | "
          + "container-title=Le Matin",
      ]
    ),
    Case(
      name: "given names in brackets, no emphasis, bullets",
      list: """
        - DURAND (A.) et NOYER (P.), Les Ponts, Paris, Seuil, « Passages », 1998, 2 vol.
        - FABRE (N.), « Le bac », Revue des passages, t. 12, fasc. 3, 2005, pp. 45-67.
        - LEMOINE (J.), « Le gué », in DURAND (A.) (éd.), Les bacs, Paris, Seuil, 2003, p. 1-20.
        - Ministère des Eaux, Les bacs en 1900, Paris, Imprimerie nationale, 1901.
        """,
      works: [
        "durand1998: type=book | author=Durand, A. & Noyer, P. | issued=1998 | title=Les Ponts | "
          + "collection-title=Passages | publisher=Seuil | publisher-place=Paris | "
          + "number-of-volumes=2",
        "fabre2005: type=article-journal | author=Fabre, N. | issued=2005 | title=Le bac | "
          + "container-title=Revue des passages | volume=12 | issue=3 | page=45-67",
        "lemoine2003: type=chapter | author=Lemoine, J. | editor=Durand, A. | issued=2003 | "
          + "title=Le gué | container-title=Les bacs | page=1-20 | publisher=Seuil | "
          + "publisher-place=Paris",
        "ministere-des-eaux1901: type=book | author=Ministère des Eaux | issued=1901 | "
          + "title=Les bacs en 1900 | publisher=Imprimerie nationale | publisher-place=Paris",
      ]
    ),
    Case(
      name: "Chicago author-date",
      list: """
        Durand, Anne, and Paul Noyer. 2010. *The Ferry: A History*. Cambridge, MA: MIT Press.

        Fabre, Noel. 2011. "The Last Ferry." *Journal of Rivers* 12 (3): 45–67. https://doi.org/10.5555/jr.12.

        Lund, Rose. 2012. "Fords." In *The Ferry*, edited by Anne Durand and Paul Noyer, 45–67. London: Routledge.
        """,
      works: [
        "durand2010: type=book | author=Durand, Anne & Noyer, Paul | issued=2010 | "
          + "title=The Ferry: A History | publisher=MIT Press | publisher-place=Cambridge, MA",
        "fabre2011: type=article-journal | author=Fabre, Noel | issued=2011 | "
          + "title=The Last Ferry | container-title=Journal of Rivers | volume=12 | issue=3 | "
          + "page=45–67 | DOI=10.5555/jr.12",
        "lund2012: type=chapter | author=Lund, Rose | editor=Durand, Anne & Noyer, Paul | "
          + "issued=2012 | title=Fords | container-title=The Ferry | page=45–67 | "
          + "publisher=Routledge | publisher-place=London",
      ]
    ),
    Case(
      name: "Vancouver, numbered",
      list: """
        1. Durand A, Noyer P. Les ponts. Annales des passages. 1998;12(3):45-67.
        2. Lemoine J. Les bacs. 2nd ed. Lyon: Seuil; 2003.
        3. Noyer P. Le bac. In: Fabre N, editor. Les passages. Paris: Masson; 2001. p. 93-113.
        """,
      works: [
        "durand1998: type=article-journal | author=Durand, A & Noyer, P. | issued=1998 | "
          + "title=Les ponts | container-title=Annales des passages | volume=12 | issue=3 | "
          + "page=45-67",
        "lemoine2003: type=book | author=Lemoine, J. | issued=2003 | title=Les bacs | edition=2 | "
          + "publisher=Seuil | publisher-place=Lyon",
        "noyer2001: type=chapter | author=Noyer, P. | editor=Fabre, N | issued=2001 | "
          + "title=Le bac | container-title=Les passages | page=93-113 | publisher=Masson | "
          + "publisher-place=Paris",
      ]
    ),
    Case(
      name: "Harvard without brackets",
      list: """
        Durand, A., Noyer, P., 1998. Les ponts de bois. Annales des passages 12, 45–67.

        Fabre, N., 2005. Histoire des bacs. Presses du Rhône, Lyon.

        Fabre, N., Petit, R., 2006. Gués. In: Lemoine, J. (Ed.), Handbook of Fords. Elsevier, Amsterdam, pp. 12–40.
        """,
      works: [
        "durand1998: type=article-journal | author=Durand, A. & Noyer, P. | issued=1998 | "
          + "title=Les ponts de bois | container-title=Annales des passages | volume=12 | "
          + "page=45–67",
        "fabre2005: type=book | author=Fabre, N. | issued=2005 | title=Histoire des bacs | "
          + "publisher=Presses du Rhône | publisher-place=Lyon",
        "fabre2006: type=chapter | author=Fabre, N. & Petit, R. | editor=Lemoine, J. | "
          + "issued=2006 | title=Gués | container-title=Handbook of Fords | page=12–40 | "
          + "publisher=Elsevier | publisher-place=Amsterdam",
      ]
    ),
    Case(
      name: "what notes add: volumes with titles, years of a journal, prefaces, newspapers on line",
      list: """
        Maëlle Abel, « Passer », in Jean Bern, Rose Cler (éds), *Les Gués*, Rive, Talweg, 2001, p. 12-40.

        Ugo Bern, *Le Gué*, préface de Rose Cler, Paris, Gallimard, « Folio », 1998.

        Rose Cler, « L'eau », *Annales. Histoire*, 54e année, n° 2, 1999, p. 300-312.

        Rose Cler, *Les bacs*, t. II : *Le temps des ponts*, Paris, Seuil, 2004.

        Yves Dol, « Bac », *Encyclopédie des passages*, Paris, Larousse, 1995.

        Jean Eno, « Un bac », *Le Courrier*, 12 janvier 2001, en ligne : https://example.org/b (consulté le 2 juillet 2018).
        """,
      works: [
        "abel2001: type=chapter | author=Abel, Maëlle | editor=Bern, Jean & Cler, Rose | "
          + "issued=2001 | title=Passer | container-title=Les Gués | page=12-40 | "
          + "publisher=Talweg | publisher-place=Rive",
        "bern1998: type=book | author=Bern, Ugo | issued=1998 | title=Le Gué | "
          + "collection-title=Folio | publisher=Gallimard | publisher-place=Paris",
        "cler1999: type=article-journal | author=Cler, Rose | issued=1999 | title=L'eau | "
          + "container-title=Annales. Histoire | volume=54 | issue=2 | page=300-312",
        "cler2004: type=book | author=Cler, Rose | issued=2004 | title=Les bacs | volume=II | "
          + "volume-title=Le temps des ponts | publisher=Seuil | publisher-place=Paris",
        "dol1995: type=entry-encyclopedia | author=Dol, Yves | issued=1995 | title=Bac | "
          + "container-title=Encyclopédie des passages | publisher=Larousse | "
          + "publisher-place=Paris",
        "eno2001: type=article-newspaper | author=Eno, Jean | issued=2001-01-12 | title=Un bac | "
          + "container-title=Le Courrier | URL=https://example.org/b | accessed=2018-07-02",
      ]
    ),
  ]
}
