import { expect, test } from "vitest";
import { look } from "./numbers/look.ts";

test.each([
	["付了500元", "paid 500 yuan"],
	["付了500元", "paid RMB 500"],
	["付了20块", "paid $20"],
	["50亿美元", "US$5 billion"],
	["50亿美元", "$5 billion"],
	["50亿美元", "5 billion U.S. dollars"],
	["10公里", "10 kilometers"],
	["10公里", "6.2 miles"],
	["300亩", "300 mu"],
	["2周", "14 days"],
	["5天", "five days"],
	["65寸电视", "a 65-inch television"],
])("%s | %s", (source, rendering) => {
	expect(look(source, rendering)).toEqual([]);
});

test.each([
	["付了500元", "paid 500 euros", ["unit/currency 500元 ≠ 500 euros"]],
	["50亿美元", "5 billion yuan", ["unit/currency 50亿美元 ≠ 5 billion yuan"]],
	["付了500元", "paid US$500", ["unit/currency 500元 ≠ US$500"]],
	["10公里", "10 miles", ["unit/unit 10公里 ≠ 10 miles"]],
	["20斤", "20 kg", ["unit/unit 20斤 ≠ 20 kg"]],
	["3个月", "3 weeks", ["unit/unit 3个月 ≠ 3 weeks"]],
	["300亩", "300 hectares", ["unit/unit 300亩 ≠ 300 hectares"]],
] as [string, string, string[]][])("%s | %s gives %j", (source, rendering, expected) => {
	expect(look(source, rendering)).toEqual(expected);
});
