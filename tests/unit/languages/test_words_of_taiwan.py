"""Traditional Chinese says what people in Taiwan say: no word of the mainland, no sign of it."""

import re

import pytest

from handbook.languages import record_of

FOLDER = record_of("zh-TW").folder
FILES = sorted(each for each in FOLDER.rglob("*") if each.suffix in (".toml", ".yml"))
FOREIGN = re.compile(
    "軟件|硬件|信息|默認|打印|屏幕|程序|網絡|鏈接|鏈結|界面|菜單|視頻|數據|字符|字節|窗口|搜索|粘貼"
    "|拷貝|登錄|登陸|質量|優化|激活|變量|插件|鼠標|文檔|存儲|內存|硬盤|打開|導出|導入|單擊|雙擊|點擊"
    "|後綴|崗位|短信|郵箱|運行|實時|異步|缺省|全角|半角|加載|渲染|創建|添加|反饋|渠道|台帳|評審|門店"
    "|班組|示例|批准|設置|占用|獨占|台灣|計劃|在線|離線|服務器|客戶端|標籤頁|卸載|擴展|通訊錄"
    "|(?<!產)生成"  # 產生成功 is another word
    "|[裏后么这说为图时过发个们会对应写删页复词录单务请]"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_word_of_the_mainland_is_said(path) -> None:
    assert FOREIGN.findall(path.read_text(encoding="utf-8")) == []
