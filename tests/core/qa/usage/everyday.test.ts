import { expect, test } from "vitest";
import { inconsistentTerm } from "#lib/core/qa/checks/inconsistent-term.ts";
import { foundIn } from "../found-in.ts";
import { dictionary } from "./dictionary.ts";

const words = dictionary({ 医生: "doctor", 药师: "healer", 医术: "medicine" }, [
	"doctor physician healer",
	"medicine",
	"village",
	"nurse",
]);

const usual = [
	["医生来了。", "The doctor came."],
	["他找医生。", "He looks for a doctor."],
	["医生很忙。", "Doctors are busy."],
	["村里有医生。", "The village has a doctor."],
	["医生住在河边。", "The doctor lives by the river."],
	["我们谢医生。", "We thanked the doctor."],
	["医生不在。", "The doctor is away."],
	["等医生！", "Wait for the doctor!"],
] as const;

const found = async (source: string, target: string) =>
	(await foundIn(inconsistentTerm, [...usual, [source, target]], words))
		.flat()
		.map(({ key, values }) => `${key} ${values.term} ${values.usual} ${values.value}`);

test("an everyday word that is called by a word of the same meaning is found, with that word", async () => {
	expect(await found("她叫医生。", "She called a physician.")).toEqual(["other 医生 doctor physician"]);
});

test.each([
	["left to a pronoun", "她叫医生。", "She called him."],
	["called something that is no other word for it", "她叫医生。", "She called a nurse."],
	["beside another word that is called so", "医生和药师。", "He and the healer."],
	["a piece of another word", "医生率很低。", "The rate of physicians is low."],
	["in a name", "她叫医生。", "She called Mr Physician."],
])("an everyday word that is %s says nothing", async (_, source, target) => {
	expect(await found(source, target)).toEqual([]);
});

test("seven uses make no everyday word usual", async () => {
	const fewer = [...usual.slice(0, 6), ["她叫医生。", "She called a physician."]] as const;
	expect((await foundIn(inconsistentTerm, fewer, words)).flat()).toEqual([]);
});
