import { expect, test } from "vitest";
import { personSpelling } from "#lib/core/qa/checks/person-spelling.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { foundIn } from "./found-in.ts";

const places = async (pairs: readonly (readonly [string, string])[]) =>
	(await foundIn(personSpelling, pairs)).map((found) =>
		found.map(({ start, end, fix, values }) => `${start}-${end} ${values.written} → ${values.usual} ${fix}`),
	);

test.each([
	["with a hyphen", "陈立伟", "Chen Liwei", "Chen Li-wei"],
	["in three words", "王晓明", "Wang Xiaoming", "Wang Xiao Ming"],
	["with an apostrophe", "李西安", "Li Xi’an", "Li Xian"],
	["the given name first", "王晓明", "Wang Xiaoming", "Xiaoming Wang"],
	["as in older books", "张国涛", "Zhang Guotao", "Chang Kuo-tao"],
	["with a family name of two characters", "欧阳振华", "Ouyang Zhenhua", "Zhenhua Ouyang"],
	["with a given name of one character", "李明", "Li Ming", "Ming Li"],
	["in the other script", "陳立偉", "Chen Liwei", "Chen Li-wei"],
])("%s: %s as “%s” and as “%s” is told where it is the rarer one", async (_, name, usual, other) => {
	const text = (written: string) => [`${name}说，他来了。`, `Then ${written} said he came.`] as const;
	const simplified = name.replace("陳立偉", "陈立伟");
	expect(await places([text(usual), text(other), text(usual), [`${simplified}走了。`, "He left."]])).toEqual([
		[],
		[
			`5-${5 + other.length} ${other.replace("’", "'")} → ${usual.replace("’", "'")} ${usual.replace("’", "'")}`,
		],
		[],
		[],
	]);
});

test("of two spellings that are as frequent one is told, without a fix", async () => {
	expect(
		await places([
			["陈立伟说", "Chen Liwei said"],
			["陈立伟走了", "Chen Li-wei left"],
		]),
	).toEqual([["0-10 Chen Liwei → Chen Li-wei null"], []]);
});

test.each([
	["in capitals", ["陈立伟", "Chen Liwei"], ["陈立伟", "CHEN LIWEI"]],
	["in possession", ["陈立伟", "Chen Liwei"], ["陈立伟的书", "Chen Liwei’s book"]],
	["of another person", ["陈立伟", "Chen Liwei"], ["陈丽薇", "Chen Li-wei"]],
	["of another person beside them", ["陈立伟", "Chen Liwei"], ["陈立伟、陈丽", "Chen Liwei, Chen Li"]],
	["without the other one", ["陈立伟", "Chen Liwei"], ["陈立伟", "Mr Chen"]],
	["of an office", ["中联部", "International Department"], ["中联部", "International Liaison Department"]],
	["of nobody in the Chinese", ["他说", "Chen Liwei said"], ["他说", "Chen Li-wei said"]],
])("a name %s is not told", async (_, one, other) => {
	expect(await places([one, other] as [[string, string], [string, string]])).toEqual([[], []]);
});

test("a hostile text costs little", async () => {
	const start = processorTime();
	await foundIn(personSpelling, [["王晓明李卫国".repeat(10_000), "Wang Xiaomin Li and ".repeat(5_000)]]);
	expect(processorTime() - start).toBeLessThan(4_000);
});
