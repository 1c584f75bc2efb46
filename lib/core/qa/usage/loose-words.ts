/** Words that tie others together, and by which those show what they are. */
import { stemOf } from "./english-words.ts";

/** What no name or term begins or ends with: as they are written, and their stems. */
export const looseWords: ReadonlySet<string> = withStems(
	"a an the of in on at to for from by with and or but as is are was were be been being it its he she they we you i his her their our your my this that these those there here not no do did does done have has had will would can could may might must shall should so if then than when while which who whom whose what how all any some more most many much very also only just up out over into about after before under between through during against other such one new first please s t re ve ll don".split(
		" ",
	),
);

/** A noun follows them; an adjective too, but then something follows it. */
export const determiners: ReadonlySet<string> = new Set(
	"a an the this that these those its his her their our your my any some each every no all of another".split(
		" ",
	),
);

/** A verb follows them. */
export const verbSigns: ReadonlySet<string> = new Set(
	"to will would can could may might must shall should i we you they he she it please not n’t also never who which be is are was were been being has have had having get gets got".split(
		" ",
	),
);

function withStems(words: readonly string[]): Set<string> {
	return new Set([...words, ...words.map(stemOf)]);
}
