import { expect, test } from "vitest";
import { look } from "./numbers/look.ts";

test.each([
	["2024年5月27日", "27 May 2024"],
	["2024年5月27日", "May 27, 2024"],
	["2024年5月27日", "2024-05-27"],
	["2024年5月27日", "27/05/2024"],
	["二〇二四年五月二十七日", "on the 27th of May 2024"],
	["5月6日", "6 May"],
	["2024年5月6日", "06/05/2024"],
	["27日", "on May 27"],
	["新华社北京12月11日电 会议11日举行", "Beijing, Dec. 11 – The meeting was held on December 11"],
	["12月8日至10日", "from December 8 to 10"],
	["12月30日至下月2日", "from December 30 to January 2"],
	["3至6月", "from March to June"],
	["今年", "in 2021"],
	["国庆期间", "around October 1"],
	["14日为农历十一月十一", "December 14 is the 11th day of the 11th month"],
	["下午3时", "at 3 p.m."],
	["晚上8点半", "at 8:30 pm"],
	["15时30分", "at 3:30 p.m."],
	["19:15送达", "delivered at 7:15 p.m."],
	["7 点 30 分", "7:30"],
	["中午12点", "at noon"],
	["凌晨1点", "at 1 am"],
	["星期三下午", "on Wednesday afternoon"],
	["周日休息", "closed on Sundays"],
	["98年3月", "March 1998"],
	["1999-2019年", "1999–2019"],
	["他可能去", "He may go; the march begins"],
])("%s | %s", (source, rendering) => {
	expect(look(source, rendering)).toEqual([]);
});

test.each([
	["2024年5月6日", "June 5, 2024", ["date/swapped 2024年5月6日 ≠ June 5, 2024"]],
	["2024年5月27日", "May 28, 2024", ["date/differs 2024年5月27日 ≠ May 28, 2024"]],
	["2024年5月27日", "May 27, 2023", ["date/year 2024年5月27日 ≠ May 27, 2023"]],
	["12月8日至10日", "from December 8 to 12", ["date/differs 12月8日 ≠ December 8 to 12"]],
	["始于2019年", "It began in 2018", ["date/year 2019年 ≠ 2018"]],
	["3月9日开幕，17日闭幕", "opened on March 9 and closed on May 17", ["date/differs 17日 ≠ May 17"]],
	["下午3时", "at 3 a.m.", ["date/time 3时 ≠ 3 a.m."]],
	["晚上8点半", "at 8:45 pm", ["date/time 8点半 ≠ 8:45 pm"]],
	["星期三下午", "on Thursday afternoon", ["date/weekday 星期三 ≠ Thursday"]],
	["智利大地震（1960年）", "the Chile earthquake (1959)", ["date/year 1960年 ≠ 1959"]],
	["2018年", "in 2020", ["date/year 2018年 ≠ 2020"]],
	["18号下单", "ordered on the 58th", ["date/differs 18号 ≠ 58th"]],
	["周三一度下跌，周五收盘", "fell on Wednesday and closed on Tuesday", ["date/weekday 周五 ≠ Tuesday"]],
	["“九二共识”", "the 1932 Consensus", ["date/year 九二 ≠ 1932"]],
	["周日", "on Saturday", ["date/weekday 周日 ≠ Saturday"]],
] as [string, string, string[]][])("%s | %s gives %j", (source, rendering, expected) => {
	expect(look(source, rendering)).toEqual(expected);
});
