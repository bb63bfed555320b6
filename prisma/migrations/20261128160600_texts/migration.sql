-- A text as it is searched: what a person would call the same text has the same form. Radicals become the ideographs that
-- were meant, full width becomes half width and capitals small (NFKC), blanks and unseen characters go, quotation marks,
-- dashes, brackets and commas become one of their kind. lib/server/database/search-sql.ts searches by it.
CREATE FUNCTION search_form(written text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(
  translate(
    regexp_replace(
      lower(normalize(
        translate(
          written,
          '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳',
          '厂乛乚乙亻冂刀刂卜小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'
        ),
        NFKC
      )),
      '[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+', '', 'g'
    ),
    '''“”„‟«»「」『』〝〞‘’‚‛`´′″‐‑‒–—―−─━﹣【】〔〕〖〗〘〙[]{}《》〈〉，、；。·・•‧∙',
    '"""""""""""""""""""""----------()()()()()()<><>,,;.·····'
  ),
  '-+', '-', 'g'
);
