"""Say which characters the typeface of fields keeps: it goes whole into every form to fill in.

A form in simplified Chinese can be typed with level 1 of GB2312 and the signs below, a form in
traditional Chinese with level 1 of Big5. A rarer character that is typed is drawn by the viewer
with a font of its own; one that is filled in beforehand takes its glyph along
(`handbook.sheets.form_font`).
"""

from __future__ import annotations

from handbook.sheets.fonts.coverage import characters_of

BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2010, 0x203B),  # dashes, quotation marks, …, ※
    (0x2460, 0x2473),  # ① to ⑳
    (0x3000, 0x301F),  # Chinese punctuation
    (0xFF01, 0xFF5E),  # full-width forms
)
SIGNS = "→←↑↓■□●○▲△★☆✓×÷±≤≥≠≈℃㎡‰№€￥ⅠⅡⅢⅣⅤāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
LEVEL_1 = {"Hans": ("gb2312", 0xB0, 0xD7), "Hant": ("big5", 0xA4, 0xC6)}

# Of level 2 of GB2312, the characters most often met in names of people and places.
FORM_NAMES = (
    "丐丕丞仞伽佚佟侃侏俑俸俾倏倩倭偕僭兀兮冢冥剌劾匕匾卦厥厮叨叩叱叽吆咄咚咦咧咪哧哽唔唧啷喃"
    "喵喽嗔嗤嗦嗯嘀嘟噗噜噢噩圪圳圻垸墀夔夭奕奘奚妃妍妞妤妲妾姊姗姘姝姣姹娅娉娌娑娣娲娴婀婊婕"
    "婢婧婵婷媛嫔嫘嫣嫦嬉嬷孚孢宕宸寮寰尬尴岐岑岚岱岷峤崛嵋嵘嵩帷帼幺庑庵庹庾弋弩弼後徕徙忒忡"
    "怡怦怿恪恺悌悖悴惚惴愕愣懿戟扈扉拗拚捋捺搴攸敕斐於旌昊昕昱昶晁晏晔晖晗晟暄暨暾曦朕朦杈杞"
    "杩杵枭柩栎栩桢桦桧梓梵棂棣棰椁楂楠楹榄榕榛榻槎橄橘檐歆殡毓氽汊汴汶沅沐沓沔沣泓泗泠泷泸泾"
    "洵浏浔浜浠浣浼涓涔淅淇淙淞淼渎溥滕滟滢漕漩漪漯潇潼澍澧澶澹濂濉濠濡濮濯瀛瀵瀹灏灞炀炅炖炜"
    "炫烨焖焘焯焱煊煜煦煨熠熹牒狩猷獾玎玟玮玺珀珂珈珉珏珑珙珞珥珩琏琚琛琦琪琬瑕瑗瑙瑛瑜瑷瑾璁"
    "璇璋璐璜璞璧璨璺瓒瓯甬甯町畲瘾癫皎皓睐睢睿瞰瞿矜矶砥祀祚祠祯祺禀禅禧禺秭稣稷窈窦竺笃笙笠"
    "筝筠筵箐箢箫簌簪粑粲糍縻纣纨纭纾绉绗绛绮绶绾缁缙缪缭缰罡羁羟羲翊翎翩耆肴肽胤胥胧胪胱腌腓"
    "膺臧芊芙芮芷芸芾苒苓苕苷苻茉茌茗茜荀荃荥荪荻莒莺菀菁菡萃萱萼葳葺蒯蒿蓁蓓蓦蕃蕲薇虔蚓蚣蛟"
    "蜈蜿蝠蟆蟒蟠蟾蠡衢衮衲裘褚褰褶觑讧诃诏诘诰谌谏谒谕谛谟谧谯豚貂贻赈跄跷跻踅踉踱踵蹇轶轼辇"
    "辍迥迦逍逵遐邕邙邛邬邰邳邸邺郅郢郦郫郯鄄鄞鄢鄱酃酆酯酰鑫钊钗钛钰钴铎铖铠铮铿锏锛锴锺镂镖"
    "闫闵闾阄阆阙阚阱陂隗隰隽雒雯霁霆霈霎靓鞅鞑韬颉颌飒饪饷馍馔馥馨驷驸驿骁骞骥骰骼髦髯鬓鬟魅"
    "鱿鲟鲢鲨鳄鳇鳌鳍鳔鳙鸠鸪鸾鹧鹭麋麒麝麟麽黏黛黝黯"
)


def wanted_in_fields(script: str) -> frozenset[int]:
    """Return the code points to keep for a script: 'Hans' or 'Hant'."""
    points = {ord(sign) for sign in SIGNS}
    for first, last in BLOCKS:
        points.update(range(first, last + 1))
    points.update(map(ord, characters_of(*LEVEL_1[script])))
    if script == "Hans":
        points.update(map(ord, FORM_NAMES))
    return frozenset(points)
