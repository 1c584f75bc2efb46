/**
 * What the forms of an English word have in common: implement, implements, implemented, implementing. It needs no
 * dictionary, so that it is at hand in browsers; two words of different meaning may share a key (unit, united), which
 * does no harm in the names and phrases that it is for.
 */

/** Each line a word and its forms that no rule leads to it. */
const irregular = `
agree agreed agreeing|arise arose arisen|be am is are was were been being|bear bore borne|become became|begin began begun
break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|come came|deal dealt|die dying
do does did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found
fly flew flown|free freed freeing|get got gotten|give gave given|go goes went gone|grow grew grown
guarantee guaranteed guaranteeing|have has had having|hear heard|hold held|keep kept|know knew known|lay laid|lead led
lend lent|lie lay lain lying|lose lost|make made|mean meant|meet met|oversee oversaw overseen overseeing|pay paid
rise rose risen|run ran|say said|see saw seen seeing|seek sought|sell sold|send sent|shake shook shaken|speak spoke spoken
spend spent|stand stood|strive strove striven|swear swore sworn|take took taken|teach taught|tell told
think thought|undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld
use uses used using|weave wove woven|win won|withdraw withdrew withdrawn|write wrote written
child children|man men|woman women|foot feet|crisis crises|analysis analyses|thesis theses|synthesis syntheses
phenomenon phenomena|criterion criteria|life lives|half halves|shelf shelves|wolf wolves|yourself yourselves
congressman congressmen|chairman chairmen|spokesman spokesmen|spokeswoman spokeswomen|countryman countrymen
news|series|species|means|lens lenses|gas gases|bus buses|always|perhaps|this|thus|its|ours|plus|was|as|us
hundred|sacred|kindred|beijing|nanjing|chongqing|during|nothing|something|everything|anything|morning|evening|wing
1 one|2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|13 thirteen|14 fourteen
15 fifteen|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty|50 fifty|100 hundred
1st first|2nd second|3rd third|4th fourth|5th fifth|6th sixth|7th seventh|8th eighth|9th ninth|10th tenth
11th eleventh|12th twelfth|13th thirteenth|14th fourteenth|15th fifteenth|16th sixteenth|17th seventeenth
18th eighteenth|19th nineteenth|20th twentieth
defense defence|offense offence|license licence|center centre|theater theatre|program programme|labor labour|honor honour
harbor harbour|neighbor neighbour|color colour|favor favour|behavior behaviour|endeavor endeavour|aging ageing
enroll enrol|fulfill fulfil|skillful skilful|adviser advisor|toward towards|among amongst|judgment judgement`;

const keys = new Map(
	irregular
		.split(/[|\n]/u)
		.filter((line) => line !== "")
		.flatMap((line) => {
			const [base = "", ...forms] = line.split(" ");
			// Of two lines that know a form, the first one has it.
			return [base, ...forms].map((form) => [form, base] as const);
		})
		.toReversed(),
);

/** The key of a word in small letters. */
export function wordKey(word: string): string {
	const known = keys.get(word);
	if (known !== undefined) return known;
	const singular = withoutPlural(word);
	const base = keys.get(singular) ?? withoutEnding(singular);
	return keys.get(base) ?? american(bare(base));
}

function withoutPlural(word: string): string {
	if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/u.test(word)) return word;
	if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
	return /(?:ch|sh|x|zz|ss)es$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutEnding(word: string): string {
	if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
	if (word.endsWith("eed")) return word;
	const ending = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
	const start = word.slice(0, word.length - ending);
	return ending > 0 && start.length > 2 && /[aeiouy]/u.test(start) ? start : word;
}

/** Organisation and organise as organization and organize. */
const american = (word: string) => (word.length > 4 ? word.replace(/is(ation)?$/u, "iz$1") : word);

/** Without the silent letter and the doubled consonant that endings take away or add. */
function bare(word: string): string {
	const start = word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
	const doubled = start.length > 3 && start.at(-1) === start.at(-2) && !/[aeiou]$/u.test(start);
	return doubled ? start.slice(0, -1) : start;
}
